import type { InferOutput } from "valibot";
import { languages } from "../i18n/languages.ts";
import { present } from "../model/present.ts";
import type { Place } from "../model/route.ts";
import type { View } from "../model/view.ts";
import { decodeView } from "../state/decodeView.ts";
import { encodeView } from "../state/encodeView.ts";
import { placeText } from "../state/linkValues.ts";
import { knownIds } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";
import type { CommandName, Results } from "./embed.d.ts";
import { type payloadSchemas, shown } from "./protocol.ts";

type Payload<C extends CommandName> = InferOutput<(typeof payloadSchemas)[C]>;

/** What carries out each command; throws, or fails, with a message that names field and value. */
export type Commands = {
  readonly [C in CommandName]?: (
    payload: Payload<C>,
  ) => C extends keyof Results ? Results[C] | Promise<Results[C]> : unknown;
};

/** The commands that need no more than the store. Values are read as those of a link are, but none is dropped. */
export function storeCommands({ getState, actions }: Store): Commands {
  const known = knownIds(getState().dataset);
  const read = (parameters: Readonly<Record<string, string>>): View => {
    const { view, notices } = decodeView(new URLSearchParams(parameters).toString(), "", known);
    const [notice] = notices;
    if (!notice) return view;
    const { parameter, value, problem, allowed } = notice;
    const advice = allowed && `; possible: ${allowed}`;
    throw new Error(`${parameter}: ${shown(value)}: ${problem.replaceAll("-", " ")}${advice}`);
  };
  /** The part of a question that the words give; a word of `null` gives the default. */
  const asked = (words: Payload<"setScenario">): Partial<View> => {
    const given = Object.entries(present(words));
    const texts = given.flatMap(([key, word]) => (word === null ? [] : [[key, linkText(key, word)]]));
    const view = read(Object.fromEntries(texts));
    return Object.fromEntries(given.map(([key]) => [key, view[key as keyof View]]));
  };
  return {
    setView: ({ bearing = 0, pitch = 0, ...place }) => actions.moveCamera({ ...place, bearing, pitch }),
    fitBounds: ({ bounds: [[west, south], [east, north]] }) =>
      actions.showBox([
        [west, south],
        [east < west ? east + 360 : east, north],
      ]),
    setLayers: ({ layers }) => actions.chooseLayers(read({ layers: layers.join(",") || "none" }).layers),
    selectFeature: ({ id }) => {
      const feature = id === null ? undefined : read({ feature: id }).feature;
      if (feature) actions.openRecord(feature);
      else if (id) throw new Error(`id: ${shown(id)}: unknown id`);
      else actions.closeRecord();
    },
    setRoute: ({ from, to, via, avoid }) => actions.ask(asked({ from, to, via: via ?? null, avoid })),
    setScenario: (words) => actions.ask(asked(words)),
    setYear: ({ year }) => actions.chooseYear(year),
    getState: () => ({ state: Object.fromEntries(new URLSearchParams(encodeView(getState().view))) }),
    setState: ({ state }) => {
      const { view, local } = getState();
      const { state: inner } = state;
      const next = read(typeof inner === "object" ? inner : (state as LinkTexts));
      // Who may command the frame is the link's to say.
      const { api, origin } = view;
      actions.openLink({ ...next, api, ...(origin && { origin }) }, local.notices);
    },
    setTheme: ({ theme }) => actions.chooseTheme(theme),
    setLanguage: ({ lang }) => {
      const tag = read({ lang }).lang ?? "";
      if (!languages.some((language) => language.tag === new Intl.Locale(tag).language)) {
        throw new Error(`lang: ${shown(lang)}; possible: ${languages.map(({ tag }) => tag).join(", ")}`);
      }
      actions.chooseLanguage(tag);
    },
  };
}

type LinkTexts = Readonly<Record<string, string>>;

function linkText(key: string, word: string | number | readonly (Place | number)[]): string {
  if (typeof word === "string") return word;
  if (typeof word === "number") return `${word}`;
  if (key === "from" || key === "to") return word.join(",");
  const items = word.map((item) => (typeof item === "number" ? `${item}` : placeText(item)));
  return items.join(key === "via" ? ";" : ",") || "none";
}
