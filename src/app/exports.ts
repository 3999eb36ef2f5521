import type { Exports } from "../export/exports.ts";
import { darkTheme, lightTheme } from "../map/theme.ts";
import { selectAnswer } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";

/** Brings the map and the files together. */
export function createExports({ getState }: Store): Exports {
  return {
    picture: async (request, use = "screen") => {
      const [{ makePicture }, { takeSnapshot, signsOf }] = await Promise.all([
        import("../export/picture.ts"),
        import("../map/snapshot.ts"),
        getState().local.translator.loadLater(),
      ]);
      const state = getState();
      const theme = use === "screen" && isDark(state.view.theme) ? darkTheme : lightTheme;
      return makePicture(state, request, use, {
        colours: { paper: theme.pointFill, ink: theme.label, muted: theme.labelMuted },
        signs: signsOf(state, theme),
        take: (size) => takeSnapshot(state, theme, size),
      });
    },
    route: async (format) => {
      const { routeFile } = await import("../export/routeFiles.ts");
      const state = getState();
      const answer = selectAnswer(state).state;
      if (answer.status !== "found")
        throw new Error("There is no route to take away: name a start and a destination");
      return routeFile(format, answer.route, { dataset: state.dataset, say: state.local.translator });
    },
  };
}

function isDark(theme: "auto" | "light" | "dark"): boolean {
  return theme === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
}
