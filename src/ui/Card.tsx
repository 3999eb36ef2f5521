import type { ReactNode } from "react";
import type { Fact } from "../model/network.ts";
import type { Place } from "../model/route.ts";
import { namesOf } from "../state/names.ts";
import { useActions, useAppState, useTranslator } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./parts.tsx";

/** The frame of a record's card: what it is, its name, and a way to close it. */
export function Card({
  id,
  kind,
  title,
  children,
}: {
  /** Absent for a bare point of the map. */
  readonly id?: string;
  readonly kind: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const actions = useActions();
  const { t } = useTranslator();
  return (
    <section className="record" data-record-id={id} aria-label={title}>
      <div className="row">
        <p className="kind">
          {kind}
          {id && (
            <>
              {" · "}
              <bdi dir="ltr">{id}</bdi>
            </>
          )}
        </p>
        <IconButton label={t("record.close")} onClick={actions.closeRecord}>
          <Icon name="close" />
        </IconButton>
      </div>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      {children}
    </section>
  );
}

/** One fact of a card; nothing where it is not known. */
export function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === undefined || children === "" || children === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Makes a place the start, the destination or a stop. */
export function PlaceButtons({ place }: { readonly place: Place }) {
  const actions = useActions();
  const dataset = useAppState((state) => state.dataset);
  const { t, name } = useTranslator();
  const title = name(namesOf(dataset, place));
  return (
    <p className="buttons">
      {(["from", "to", "via"] as const).map((slot) => (
        <button
          key={slot}
          type="button"
          aria-label={`${t(`record.${slot}`)}: ${title}`}
          onClick={() => actions.choosePlace(slot, place)}
        >
          {t(`record.${slot}`)}
        </button>
      ))}
    </p>
  );
}

/** Closes a place or line for the question, or reopens it; named where the card is of something else. */
export function CloseButton({ id, name }: { readonly id: string; readonly name?: string }) {
  const closed = useAppState((state) => state.view.close.includes(id));
  const actions = useActions();
  const { t } = useTranslator();
  return (
    <p className="buttons">
      <button type="button" aria-pressed={closed} onClick={() => actions.toggleClosed(id)}>
        {[t(closed ? "record.reopen" : "record.shut"), name].filter(Boolean).join(": ")}
      </button>
    </p>
  );
}

/** A published figure with its date; `unknown` where there is none. */
export function FactTerm({ name, fact }: { readonly name: string; readonly fact: Fact | undefined }) {
  const { t } = useTranslator();
  return (
    <Term name={name}>
      {fact ? (
        <bdi dir="ltr">
          {[fact.value, fact.unit, fact.date && `(${fact.date})`].filter(Boolean).join(" ")}
        </bdi>
      ) : (
        t("record.unknown")
      )}
    </Term>
  );
}
