import type { InferOutput } from "valibot";
import type { Dataset } from "../data/dataset.ts";
import { languages } from "../i18n/languages.ts";
import { present } from "../model/present.ts";
import type { Place } from "../model/route.ts";
import type { View } from "../model/view.ts";
import { decodeView } from "../state/decodeView.ts";
import { encodeView, linkParameters } from "../state/encodeView.ts";
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
    selectFeature: async ({ id }) => {
      if (id === null) return actions.closeRecord();
      const { feature } = read({ feature: id });
      const isKnown = feature !== undefined && (await isRecord(feature, getState().dataset));
      if (!isKnown) throw new Error(`id: ${shown(id)}: unknown id`);
      actions.openRecord(feature);
    },
    setRoute: ({ from, to, via, avoid }) => actions.ask(asked({ from, to, via: via ?? null, avoid })),
    setScenario: (words) => actions.ask(asked(words)),
    setYear: ({ year }) => actions.chooseYear(year),
    getState: () => ({ state: Object.fromEntries(new URLSearchParams(encodeView(getState().view))) }),
    setState: ({ state }) => {
      const { view, local } = getState();
      const { state: inner } = state;
      const texts = typeof inner === "object" ? inner : (state as LinkTexts);
      const strange = Object.keys(texts).find((name) => !linkParameters.has(name));
      if (strange !== undefined) throw new Error(`state: ${shown(strange)} is no parameter of a link`);
      // That this is a frame, and who may command it, is the link's to say.
      const { embed, api, origin } = view;
      actions.openLink({ ...read(texts), embed, api, ...(origin && { origin }) }, local.notices);
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

/** Whether anything in the data has the id: what the network does not know is looked up in the records. */
async function isRecord(id: string, { nodeById, depositById, legById }: Dataset): Promise<boolean> {
  if (nodeById.has(id) || depositById.has(id) || legById.has(id)) return true;
  const { loadRecordBook } = await import("../data/records/book.ts");
  return (await loadRecordBook()).byId.has(id);
}

type LinkTexts = Readonly<Record<string, string>>;

function linkText(key: string, word: string | number | readonly (Place | number)[]): string {
  if (typeof word === "string") return word;
  if (typeof word === "number") return `${word}`;
  if (key === "from" || key === "to") return word.join(",");
  const items = word.map((item) => (typeof item === "number" ? `${item}` : placeText(item)));
  return items.join(key === "via" ? ";" : ",") || "none";
}
