import type {
  AnnotationQuery,
  Dashboard,
  DashboardLink,
  GraphFieldConfig,
  Panel,
  RowPanel,
  TableFieldOptions,
  TableOptions,
  VariableModel,
} from "@grafana/schema";
import type { Options as AnnotationsListOptions } from "@grafana/schema/dist/esm/raw/composable/annotationslist/panelcfg/x/AnnotationsListPanelCfg_types.gen";
import type { Options as BarGaugeOptions } from "@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen";
import type { Options as StatOptions } from "@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen";
import type { Options as TimeSeriesOptions } from "@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen";

/** The same type as a file holds it: a word where the code has a member of an enum. */
type Written<T> = T extends string ? `${T}` : T extends object ? { [K in keyof T]: Written<T[K]> } : T;

/** A query of Grafana's data source for Prometheus. */
interface PrometheusQuery {
  refId: string;
  expr: string;
  legendFormat: string;
  instant: boolean;
  range: boolean;
  format?: "table";
  editorMode: "code";
  datasource: { type: "prometheus"; uid: string };
}

type FieldDefaults = NonNullable<Panel["fieldConfig"]>["defaults"];

interface Shown<Type extends string, Options, Custom>
  extends Omit<Written<Panel>, "type" | "options" | "fieldConfig" | "targets"> {
  type: Type;
  title: string;
  description: string;
  options: Written<Options>;
  fieldConfig: {
    defaults: Omit<Written<FieldDefaults>, "custom" | "thresholds"> & {
      thresholds?: Thresholds;
      custom?: Written<Custom>;
    };
    overrides: { matcher: { id: "byName" | "byFrameRefID"; options: string }; properties: { id: string; value: unknown }[] }[];
  };
  targets?: PrometheusQuery[];
}

/** JSON knows no minus infinity: the first step has none. */
interface Thresholds {
  mode: "absolute";
  steps: { value: number | null; color: string }[];
}

type TablePanelOptions = Omit<TableOptions, "frameIndex">;

/** Every panel that Tocsin's dashboards use. */
type AnyPanel =
  | Shown<"stat", Omit<StatOptions, "text">, never>
  | Shown<"timeseries", TimeSeriesOptions, GraphFieldConfig>
  | Shown<"bargauge", Omit<BarGaugeOptions, "legend">, never>
  | Shown<"table", TablePanelOptions, TableFieldOptions>
  | Shown<"annolist", AnnotationsListOptions, never>
  | Written<RowPanel>;

/** A dashboard's file. Keys that Grafana does not know are refused. */
export interface DashboardFile extends Omit<Written<Dashboard>, "panels" | "templating" | "annotations" | "links"> {
  panels: AnyPanel[];
  templating: { list: Written<VariableModel>[] };
  annotations: { list: (Written<Omit<AnnotationQuery, "target">> & Partial<FromPrometheus>)[] };
  links: Written<DashboardLink>[];
}

/** What Grafana's data source for Prometheus adds to an annotation. */
interface FromPrometheus {
  expr: string;
  step: string;
  titleFormat: string;
  textFormat: string;
  target: { type: "tags"; tags: string[]; matchAny: boolean; limit: number };
}
