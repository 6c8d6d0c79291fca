import { type DataFrame, ThemeContext, createTheme } from "@grafana/data";
import { PanelChrome, PortalContainer } from "@grafana/ui";
import { Component, type ReactElement, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { configured } from "./fieldConfig";
import { type Drawing, PANELS, type Panel, numbers } from "./panels";
import { Prometheus } from "./prometheus";

/** What became of a panel, for whoever opened this page. */
interface Outcome {
  title: string;
  type: string;
  series: number;
  numbers: number;
  error?: string;
}

declare global {
  interface Window {
    drawn?: Outcome[];
  }
}

const CELL = 76 / 2;
const GAP = 8;
const WIDTH = 1600;

const asked = new URLSearchParams(location.search);
const theme = createTheme({ colors: { mode: asked.get("theme") === "dark" ? "dark" : "light" } });
const minutes = Number(asked.get("minutes") ?? 10);
const prometheus = Prometheus.lastMinutes(minutes);

/** The variables that Grafana puts in by itself. */
const BUILT_IN: Record<string, string> = { __rate_interval: "1m", __interval: "1m", __range: `${minutes}m` };

/** Puts in what the address says of a variable of the dashboard; what it does not name is 'all'. */
function interpolated(text: string, variables: Set<string>): string {
  return text.replace(
    /\$(\w+)/g,
    (whole, name) => BUILT_IN[name] ?? (variables.has(name) ? (asked.get(name) ?? ".*") : whole),
  );
}

async function framesOf(panel: Panel, variables: Set<string>): Promise<DataFrame[]> {
  const targets = (panel.targets ?? []).map((target) => ({ ...target, expr: interpolated(target.expr, variables) }));
  const step = panel.interval === "1m" ? 60 : 5;
  const frames = await Promise.all(targets.map((target) => prometheus.frames(target, step, targets.length > 1)));
  return configured(frames.flat(), panel.fieldConfig, panel.transformations ?? [], theme);
}

/** Keeps a panel that cannot be drawn from taking the others with it. */
class Guard extends Component<{ outcome: Outcome; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error) {
    this.props.outcome.error = String(error);
  }

  override render() {
    return this.state.failed ? <pre>{this.props.outcome.error}</pre> : this.props.children;
  }
}

async function cell(panel: Panel, variables: Set<string>, outcomes: Outcome[]): Promise<ReactElement> {
  const { x, y, w, h } = panel.gridPos;
  const place = {
    left: (x * WIDTH) / 24 + GAP / 2,
    top: y * CELL + GAP / 2,
    width: (w * WIDTH) / 24 - GAP,
    height: h * CELL - GAP,
  };
  const outcome: Outcome = { title: panel.title, type: panel.type, series: 0, numbers: 0 };
  outcomes.push(outcome);
  const draw = PANELS[panel.type];
  let inside: (width: number, height: number) => ReactElement = () => (
    <>only a Grafana server draws panels of type {panel.type}</>
  );
  if (panel.type === "row") {
    return (
      <div className="cell" style={place} key={panel.title}>
        <h2 style={{ margin: 0, fontSize: 16 }}>{panel.title}</h2>
      </div>
    );
  }
  if (draw) {
    try {
      const frames = await framesOf(panel, variables);
      outcome.series = frames.length;
      outcome.numbers = numbers(frames);
      const drawing: Drawing = { panel, frames, range: prometheus.range, theme };
      inside = (width, height) =>
        outcome.numbers === 0 ? <>{panel.fieldConfig.defaults.noValue}</> : draw(drawing, width, height);
    } catch (error) {
      outcome.error = String(error);
      inside = () => <pre>{outcome.error}</pre>;
    }
  }
  return (
    <div className="cell" style={place} key={panel.title} data-panel={panel.title}>
      <PanelChrome title={panel.title} description={panel.description} width={place.width} height={place.height}>
        {(width, height) => <Guard outcome={outcome}>{inside(width, height)}</Guard>}
      </PanelChrome>
    </div>
  );
}

async function draw() {
  const name = asked.get("dashboard") ?? "war-room";
  const dashboard = await (await fetch(`/dashboards/${name}.json`)).json();
  const panels: Panel[] = dashboard.panels;
  const variables = new Set<string>(dashboard.templating.list.map(({ name }: { name: string }) => name));
  const outcomes: Outcome[] = [];
  const cells = await Promise.all(panels.map((panel) => cell(panel, variables, outcomes)));
  const root = document.getElementById("dashboard")!;
  document.title = dashboard.title;
  document.body.style.background = theme.colors.background.canvas;
  document.body.style.color = theme.colors.text.primary;
  root.style.width = `${WIDTH}px`;
  root.style.height = `${Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h)) * CELL + GAP}px`;
  createRoot(root).render(
    <ThemeContext.Provider value={theme}>
      {cells}
      <PortalContainer />
    </ThemeContext.Provider>,
  );
  // Two frames: the first draws, in the second the charts know their size.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => (window.drawn = outcomes), 500)));
}

draw().catch((error) => {
  document.body.textContent = String(error);
  window.drawn = [{ title: "the dashboard", type: "", series: 0, numbers: 0, error: String(error) }];
});
