import type { RecordBook, RecordItem, RecordKind } from "../../data/records/book.ts";
import {
  type Facets,
  facetsOf,
  filterWords,
  isShown,
  type Narrowing,
  shownIds,
} from "../../data/records/filter.ts";
import type { MessageKey, Translator } from "../../i18n/translator.ts";
import type { FilterKey } from "../../model/view.ts";
import { useActions, useTranslator } from "../context.ts";
import { Disclosure } from "../parts.tsx";
import { useNarrowing } from "./useNarrowing.ts";
import { useRecords } from "./useRecords.ts";
import { actorName, amount } from "./words.ts";
import "./records.css";

/** The kinds of record that the map shows. */
const kinds = ["deposit", "project", "commitment", "energy"] as const satisfies readonly RecordKind[];
const layerOf = {
  deposit: "layer.deposits",
  project: "layer.projects",
  commitment: "layer.commitments",
  energy: "layer.energy",
} as const;
const amounts = [1e6, 1e8, 1e9, 1e10] as const;

/** Narrows the records on the map and in the lists, with the count that each choice would leave. */
export function RecordFilter() {
  const narrowing = useNarrowing();
  const { t } = useTranslator();
  const isNarrow = narrowing.mineral !== undefined || Object.keys(narrowing.filter).length > 0;
  return (
    <>
      <Counts narrowing={narrowing} />
      <Disclosure title={t("record.filter.title")} open={isNarrow}>
        <Fields narrowing={narrowing} isNarrow={isNarrow} />
      </Disclosure>
    </>
  );
}

function Counts({ narrowing }: { readonly narrowing: Narrowing }) {
  const book = useRecords();
  const { t, number } = useTranslator();
  return (
    <dl className="facts record-counts">
      {kinds.map((kind) => {
        const all = book.items.filter((item) => item.kind === kind);
        const shown = shownIds(kind, narrowing, book);
        return (
          <div key={kind} data-count={kind}>
            <dt>{t(layerOf[kind])}</dt>
            <dd>{t("record.filter.count", { shown: number(shown.length), all: number(all.length) })}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function Fields({ narrowing, isNarrow }: { readonly narrowing: Narrowing; readonly isNarrow: boolean }) {
  const { mineral, filter } = narrowing;
  const book = useRecords();
  const actions = useActions();
  const translator = useTranslator();
  const { t, name, country } = translator;
  const set = (key: FilterKey, value: string) => {
    const { [key]: _, ...others } = filter;
    actions.narrow({ filter: value === "" ? others : { ...others, [key]: value } });
  };
  const onMap = book.items.filter((item) => kinds.some((kind) => kind === item.kind));
  const valuesOf = (key: "country" | "giver") => [
    ...new Set(onMap.flatMap((item) => facetsOf(item, book)[key])),
  ];
  const minerals = [...new Set(onMap.flatMap((item) => book.mineralsOf(item)))];
  const select = (key: FilterKey, options: readonly Option[]) => (
    <Select
      key={key}
      id={key}
      label={t(`record.filter.${key}`)}
      value={filter[key]}
      options={options}
      countOf={(value) =>
        countWith({ ...narrowing, filter: { ...filter, [key]: value } }, onMap, book, key, value)
      }
      onChange={(value) => set(key, value)}
    />
  );
  return (
    <div className="record-filter">
      <Select
        id="mineral"
        label={t("record.filter.mineral")}
        value={mineral}
        options={byLabel(
          minerals.map((id) => ({ value: id, label: name(book.commodities.get(id)?.names ?? { en: id }) })),
          translator,
        )}
        countOf={(value) =>
          onMap.filter((item) => isShown(item, { ...narrowing, mineral: value }, book)).length
        }
        onChange={(value) => actions.narrow({ mineral: value === "" ? undefined : value })}
      />
      {select(
        "country",
        byLabel(
          valuesOf("country").map((value) => ({ value, label: country(value) })),
          translator,
        ),
      )}
      {select("type", words("type", typeKey, t))}
      {select(
        "status",
        words("status", (word) => `record.status.${word}` as MessageKey, t),
      )}
      {select("stage", words("stage", stageKey, t))}
      {select(
        "giver",
        byLabel(
          valuesOf("giver").map((value) => ({ value, label: actorName(value, book.actors, translator) })),
          translator,
        ),
      )}
      {select(
        "least",
        amounts.map((value) => ({ value: `${value}`, label: amount(value, "USD", translator) })),
      )}
      {(["from", "until"] as const).map((key) => (
        <label key={key}>
          {t(`record.filter.${key}`)}
          <input
            key={filter[key]}
            type="number"
            min="1990"
            max="2100"
            defaultValue={filter[key]}
            data-filter={key}
            onBlur={(event) => setYear(event.currentTarget.value, (value) => set(key, value), filter[key])}
            onKeyDown={(event) =>
              event.key === "Enter" &&
              setYear(event.currentTarget.value, (value) => set(key, value), filter[key])
            }
          />
        </label>
      ))}
      {isNarrow && (
        <button
          type="button"
          className="link"
          onClick={() => actions.narrow({ mineral: undefined, filter: {} })}
        >
          {t("record.filter.clear")}
        </button>
      )}
    </div>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
  /** What the option is listed under. */
  readonly group?: string;
}

function Select({
  id,
  label,
  value = "",
  options,
  countOf,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly countOf: (value: string) => number;
  readonly onChange: (value: string) => void;
}) {
  const { t, number } = useTranslator();
  const groups = [...new Set(options.map(({ group }) => group))];
  const counted = options
    .map((option) => ({ ...option, count: countOf(option.value) }))
    .filter((option) => option.count > 0 || option.value === value);
  const optionsOf = (group: string | undefined) =>
    counted
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {t("record.filter.option", { label: option.label, count: number(option.count) })}
        </option>
      ));
  return (
    <label>
      {label}
      <select value={value} data-filter={id} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t("record.filter.any")}</option>
        {groups.map((group) =>
          group === undefined ? (
            optionsOf(group)
          ) : (
            <optgroup key={group} label={group}>
              {optionsOf(group)}
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}

/** How many records a choice would leave that have the value themselves. */
function countWith(
  narrowing: Narrowing,
  items: readonly RecordItem[],
  book: RecordBook,
  key: FilterKey,
  value: string,
): number {
  const left = items.filter((item) => isShown(item, narrowing, book));
  const has = (facets: Facets) => {
    if (key === "least") return (facets.usd ?? 0) >= Number(value);
    if (key === "from" || key === "until") return true;
    return facets[key].includes(value);
  };
  return left.filter((item) => has(facetsOf(item, book))).length;
}

function words(
  key: "type" | "stage" | "status",
  messageOf: (word: string, kind: RecordKind) => MessageKey,
  t: Translator["t"],
): readonly Option[] {
  const seen = new Set<string>();
  return kinds.flatMap((kind) =>
    (filterWords[key][kind] ?? []).flatMap((value) => {
      if (seen.size === seen.add(value).size) return [];
      return [{ value, label: t(messageOf(value, kind)), group: t(layerOf[kind]) }];
    }),
  );
}

function typeKey(word: string, kind: RecordKind): MessageKey {
  return (kind === "commitment" ? `money.instrument.${word}` : `record.type.${word}`) as MessageKey;
}

function stageKey(word: string, kind: RecordKind): MessageKey {
  return (kind === "commitment" ? `money.stage.${word}` : `stage.${word}`) as MessageKey;
}

function byLabel(options: readonly Option[], { tag }: Translator): readonly Option[] {
  return [...options].sort((a, b) => a.label.localeCompare(b.label, tag));
}

function setYear(text: string, set: (value: string) => void, before = ""): void {
  if (text !== before && (text === "" || /^\d{4}$/.test(text))) set(text);
}
