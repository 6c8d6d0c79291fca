import {
  type DataFrame,
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  FieldType,
  type GrafanaTheme2,
  type TimeRange,
  VizOrientation,
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
} from "@grafana/data";
import { BarGauge, BigValue, Table, TimeSeries, VizRepeater } from "@grafana/ui";
import { type ReactElement } from "react";

/** A panel of a dashboard, as its file holds it. */
export interface Panel {
  type: string;
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  options: any;
  fieldConfig: any;
  targets?: any[];
  transformations?: any[];
  interval?: string;
}

/** What a panel is drawn from. */
export interface Drawing {
  panel: Panel;
  frames: DataFrame[];
  range: TimeRange;
  theme: GrafanaTheme2;
}

type Draw = (drawing: Drawing, width: number, height: number) => ReactElement;

/** Grafana's own components, by the type of the panel. */
export const PANELS: Record<string, Draw> = { stat, bargauge, timeseries, table };

function displayed({ panel, frames, theme }: Drawing, sparkline: boolean) {
  return getFieldDisplayValues({
    data: frames,
    reduceOptions: panel.options.reduceOptions,
    fieldConfig: panel.fieldConfig,
    replaceVariables: (text) => text,
    theme,
    sparkline,
    timeZone: "utc",
  });
}

function stat(drawing: Drawing, width: number, height: number) {
  const { panel, theme } = drawing;
  const { options } = panel;
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      getValues={() => displayed(drawing, options.graphMode !== "none")}
      width={width}
      height={height}
      source={drawing}
      renderCounter={0}
      orientation={options.orientation}
      autoGrid
      itemSpacing={3}
      renderValue={({ value, width, height, count }) => (
        <BigValue
          value={value.display}
          count={count}
          sparkline={value.sparkline}
          colorMode={options.colorMode}
          graphMode={options.graphMode}
          justifyMode={options.justifyMode}
          textMode={options.textMode}
          text={options.text}
          width={width}
          height={height}
          theme={theme}
        />
      )}
    />
  );
}

function bargauge(drawing: Drawing, width: number, height: number) {
  const { panel, theme } = drawing;
  const { options } = panel;
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      getValues={() => displayed(drawing, false)}
      getAlignmentFactors={(values) => getDisplayValueAlignmentFactors(values)}
      width={width}
      height={height}
      source={drawing}
      renderCounter={0}
      orientation={VizOrientation.Horizontal}
      itemSpacing={10}
      minVizWidth={options.minVizWidth}
      minVizHeight={options.minVizHeight}
      maxVizHeight={options.maxVizHeight}
      renderValue={({ value, width, height, orientation, alignmentFactors }) => (
        <BarGauge
          value={value.display}
          field={value.field}
          display={value.view?.getFieldDisplayProcessor(value.colIndex!)}
          width={width}
          height={height}
          orientation={orientation}
          theme={theme}
          displayMode={options.displayMode}
          valueDisplayMode={options.valueMode}
          namePlacement={options.namePlacement}
          showUnfilled={options.showUnfilled}
          alignmentFactors={alignmentFactors}
        />
      )}
    />
  );
}

function timeseries({ panel, frames, range }: Drawing, width: number, height: number) {
  return (
    <TimeSeries
      frames={frames}
      width={width}
      height={height}
      timeRange={range}
      timeZone="utc"
      legend={panel.options.legend}
    />
  );
}

function table({ panel, frames }: Drawing, width: number, height: number) {
  return (
    <Table
      data={frames[0]}
      width={width}
      height={height}
      initialSortBy={panel.options.sortBy}
      cellHeight={panel.options.cellHeight}
    />
  );
}

/** How many numbers it is drawn from. */
export function numbers(frames: DataFrame[]): number {
  return frames
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => type === FieldType.number)
    .reduce((sum, { values }) => sum + values.filter(Number.isFinite).length, 0);
}
