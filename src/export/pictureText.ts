import { selectAnswer, yearOf } from "../state/selectors.ts";
import type { State } from "../state/store.ts";
import type { PictureText } from "./layout.ts";
import { routeName, totalsText } from "./routeFeatures.ts";

/** What a picture of the state says: the question and its totals, else what the map is about. */
export function pictureText(state: State): PictureText {
  const { dataset, local, view } = state;
  const say = local.translator;
  const answer = selectAnswer(state).state;
  const analysis = local.tools?.picture(state)?.title;
  const [title, subtitle] =
    answer.status === "found"
      ? [routeName(answer.route, { dataset, say }), totalsText(answer.route, say)]
      : answer.status === "none"
        ? [routeName(answer, { dataset, say }), say.t("answer.none")]
        : [say.t("app.title"), say.t("app.tagline")];
  const { date, licences } = dataset.manifest;
  const givers = new Set(licences.flatMap(({ attribution }) => attribution.split("; ")));
  return {
    title,
    subtitle: analysis ? `${analysis} · ${subtitle}` : subtitle,
    credits: say.t("export.credits", {
      title: say.t("app.title"),
      year: say.year(yearOf(view, dataset)),
      date: say.isolate(date),
      names: [...givers].map(say.isolate).join(" · "),
    }),
    tag: say.tag,
    direction: say.direction,
  };
}
