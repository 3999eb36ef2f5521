import { useEffect, useState } from "react";
import { fetchData } from "../data/load.ts";
import type { ApproachKm, BorderIndex, Borders } from "../data/proof.ts";
import type { Route } from "../model/route.ts";
import { routeLegs } from "../state/selectors.ts";
import { useAppState, useTranslator } from "./context.ts";

type Proof =
  | { readonly status: "pending" }
  | { readonly status: "ok" | "failed"; readonly approaches: readonly ApproachKm[] }
  | { readonly status: "unavailable" };

/**
 * The proof that the route stays out of the avoided countries: kilometres by the data, then the drawn
 * line against 1:10m borders, loaded after the route is on the screen.
 */
export default function ProofLine({ route }: { readonly route: Route }) {
  const proof = useProof(route);
  const { t, country, km } = useTranslator();
  const { avoid } = route.query;
  if (avoid.length === 0) return null;
  const kmIn = (code: string) =>
    route.countries
      .filter((item) => item.code === code || item.controlledBy === code)
      .reduce((sum, item) => sum + item.km, 0);
  const approaches = "approaches" in proof ? proof.approaches : [];
  const inside = approaches.find((approach) => approach.insideKm > 0);
  return (
    <div className="proof" data-proof={proof.status === "unavailable" ? "failed" : proof.status}>
      <ul>
        {avoid.map((code) => {
          const approach = approaches.find((candidate) => candidate.code === code);
          return (
            <li key={code} data-avoided={code}>
              <strong>{t("proof.zero", { km: km(kmIn(code)), country: country(code) })}</strong>
              {approach?.nearestKm !== undefined && (
                <span>{t("proof.nearest", { country: country(code), km: km(approach.nearestKm) })}</span>
              )}
              {approach?.nearestControlledKm !== undefined && (
                <span>
                  {t("proof.nearestControlled", {
                    country: country(code),
                    km: km(approach.nearestControlledKm),
                  })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p className="hint">
        {proof.status === "failed" && inside
          ? t("proof.failed", { km: km(inside.insideKm), country: country(inside.code) })
          : t(`proof.${proof.status === "failed" ? "unavailable" : proof.status}`)}
      </p>
    </div>
  );
}

const indexes = new Map<string, Promise<BorderIndex>>();

/** The borders of a state, loaded and indexed once; a failed try is made again. */
function bordersOf(code: string): Promise<BorderIndex> {
  const known = indexes.get(code) ?? loadBorders(code);
  indexes.set(code, known);
  known.catch(() => indexes.delete(code));
  return known;
}

async function loadBorders(code: string): Promise<BorderIndex> {
  const { indexBorders } = await import("../data/proof.ts");
  return indexBorders(code, await fetchData<Borders>(`borders/${code}.geojson`));
}

function useProof(route: Route): Proof {
  const courseById = useAppState((state) => state.dataset.courseById);
  const borders = useAppState((state) => state.dataset.manifest.borders);
  const [proof, setProof] = useState<Proof>({ status: "pending" });
  useEffect(() => {
    let stale = false;
    setProof({ status: "pending" });
    const courses = routeLegs({ status: "found", route }).map((leg) => courseById.get(leg.id) ?? []);
    const served = route.query.avoid.filter((code) => borders.includes(code));
    import("../data/proof.ts")
      .then(({ measureApproach }) =>
        Promise.all(served.map(async (code) => measureApproach(await bordersOf(code), courses))),
      )
      .then(
        (approaches) => {
          const failed = approaches.some((approach) => approach.insideKm > 0);
          if (!stale) setProof({ status: failed ? "failed" : "ok", approaches });
        },
        () => {
          if (!stale) setProof({ status: "unavailable" });
        },
      );
    return () => {
      stale = true;
    };
  }, [route, courseById, borders]);
  return proof;
}
