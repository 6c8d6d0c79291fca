import {
  type DataFrame,
  type FieldConfigPropertyItem,
  type FieldConfigSource,
  FieldConfigOptionsRegistry,
  type GrafanaTheme2,
  applyFieldOverrides,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardTransformers,
  standardTransformersRegistry,
  thresholdsOverrideProcessor,
  transformDataFrame,
  valueMappingsOverrideProcessor,
  type DataTransformerConfig,
} from "@grafana/data";
import { lastValueFrom } from "rxjs";

/** Every property of a field that a dashboard may set; Grafana's server fills these registries. */
const STANDARD: Record<string, (value: any, context: any, settings?: any) => any> = {
  unit: identityOverrideProcessor,
  min: numberOverrideProcessor,
  max: numberOverrideProcessor,
  decimals: numberOverrideProcessor,
  displayName: displayNameOverrideProcessor,
  noValue: identityOverrideProcessor,
  color: identityOverrideProcessor,
  thresholds: thresholdsOverrideProcessor,
  mappings: valueMappingsOverrideProcessor,
  links: dataLinksOverrideProcessor,
};

standardTransformersRegistry.setInit(() =>
  [...new Map(Object.values(standardTransformers).map((known) => [known.id, known])).values()].map((transformation) => ({
    id: transformation.id,
    name: transformation.name,
    transformation: async () => transformation,
    editor: () => null,
    imageDark: "",
    imageLight: "",
  })),
);

/** The frames after the panel's transformations, with units, colours, mappings and the rest. */
export async function configured(
  frames: DataFrame[],
  fieldConfig: FieldConfigSource,
  transformations: DataTransformerConfig[],
  theme: GrafanaTheme2,
): Promise<DataFrame[]> {
  const interpolate = (text: string) => text;
  const transformed = await lastValueFrom(transformDataFrame(transformations, frames, { interpolate }));
  return applyFieldOverrides({
    data: transformed,
    fieldConfig,
    fieldConfigRegistry: new FieldConfigOptionsRegistry(() => properties(fieldConfig)),
    replaceVariables: interpolate,
    theme,
    timeZone: "utc",
  });
}

function properties({ defaults, overrides }: FieldConfigSource): FieldConfigPropertyItem[] {
  const custom = new Set(Object.keys(defaults.custom ?? {}));
  for (const { properties } of overrides) {
    for (const { id } of properties) {
      if (id.startsWith("custom.")) {
        custom.add(id.slice("custom.".length));
      } else if (!(id in STANDARD)) {
        throw new Error(`no property of a field: ${id}`);
      }
    }
  }
  return [
    ...Object.entries(STANDARD).map(([path, process]) => property(path, path, process)),
    ...[...custom].map((path) => ({ ...property(`custom.${path}`, path, identityOverrideProcessor), isCustom: true })),
  ];
}

function property(id: string, path: string, process: FieldConfigPropertyItem["process"]): FieldConfigPropertyItem {
  return {
    id,
    path,
    name: id,
    process,
    shouldApply: () => true,
    editor: () => null,
    override: () => null,
    getItemsCount: () => 0,
  } as unknown as FieldConfigPropertyItem;
}
