import { type DataFrame, FieldType, type TimeRange, dateTime } from "@grafana/data";

/** A panel's query, as a dashboard holds it. */
export interface Target {
  refId: string;
  expr: string;
  legendFormat?: string;
  instant?: boolean;
  format?: string;
}

interface Series {
  metric: Record<string, string>;
  values?: [number, string][];
  value?: [number, string];
}

/** A Prometheus behind the same origin as this page. */
export class Prometheus {
  constructor(readonly range: TimeRange) {}

  static lastMinutes(minutes: number): Prometheus {
    // A range ends at a full step, as Grafana asks for it.
    const to = dateTime(Math.floor(Date.now() / 5000) * 5000);
    const from = dateTime(to.valueOf() - minutes * 60_000);
    return new Prometheus({ from, to, raw: { from, to } });
  }

  /** What a target finds, in the frames that Grafana's data source makes of it. */
  async frames(target: Target, stepSeconds: number, named: boolean): Promise<DataFrame[]> {
    const series = await this.ask(target, stepSeconds);
    return target.format === "table" ? [table(target, series, named)] : series.map((one) => frame(target, one));
  }

  private async ask(target: Target, stepSeconds: number): Promise<Series[]> {
    const asked = new URLSearchParams({ query: target.expr });
    if (!target.instant) {
      asked.set("start", String(this.range.from.valueOf() / 1000));
      asked.set("end", String(this.range.to.valueOf() / 1000));
      asked.set("step", String(stepSeconds));
    } else {
      asked.set("time", String(this.range.to.valueOf() / 1000));
    }
    const reply = await fetch(`/prometheus/api/v1/${target.instant ? "query" : "query_range"}?${asked}`);
    const answer = await reply.json();
    if (answer.status !== "success") {
      throw new Error(`${target.expr}: ${answer.error}`);
    }
    return answer.data.result;
  }
}

function frame(target: Target, { metric, values, value }: Series): DataFrame {
  const samples = values ?? [value!];
  const { __name__, ...labels } = metric;
  return {
    refId: target.refId,
    length: samples.length,
    fields: [
      { name: "Time", type: FieldType.time, config: {}, values: samples.map(([at]) => at * 1000) },
      {
        name: "Value",
        type: FieldType.number,
        labels,
        config: { displayNameFromDS: legend(target, metric) },
        values: samples.map(([, number]) => Number(number)),
      },
    ],
  };
}

function table(target: Target, series: Series[], named: boolean): DataFrame {
  const labels = [...new Set(series.flatMap(({ metric }) => Object.keys(metric)))].sort();
  return {
    refId: target.refId,
    length: series.length,
    fields: [
      { name: "Time", type: FieldType.time, config: {}, values: series.map(({ value }) => value![0] * 1000) },
      ...labels.map((name) => ({
        name,
        type: FieldType.string,
        config: {},
        values: series.map(({ metric }) => metric[name] ?? ""),
      })),
      {
        name: named ? `Value #${target.refId}` : "Value",
        type: FieldType.number,
        config: {},
        values: series.map(({ value }) => Number(value![1])),
      },
    ],
  };
}

function legend({ legendFormat }: Target, metric: Record<string, string>): string {
  return (legendFormat ?? "").replace(/\{\{\s*(\w+)\s*\}\}/g, (_, label) => metric[label] ?? "");
}
