import { selectAnswer } from "../state/selectors.ts";
import { useAppState, useTranslator } from "../ui/context.ts";

/** The figures of the route on the map, of today's data: a presentation's own text carries dated facts only. */
export function StoryRoute() {
  const { state } = useAppState(selectAnswer);
  const { t, duration, durationRange, km } = useTranslator();
  if (state.status === "none") return <p className="story-route">{t("story.none")}</p>;
  if (state.status !== "found") return null;
  const { totals } = state.route;
  return (
    <p className="story-route">
      {t("story.estimate", {
        days: duration(totals.durationH.typical),
        range: durationRange(totals.durationH),
        km: km(totals.distanceKm),
        borders: totals.borders,
      })}
    </p>
  );
}
