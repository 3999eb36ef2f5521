import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { PlaceSearch } from "../data/search.ts";
import type { Exports } from "../export/exports.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Actions, State, Store } from "../state/store.ts";

/** What every panel needs: the store, the search, which is loaded when a field is first used, and the files. */
export interface AppContext {
  readonly store: Store;
  readonly loadSearch: () => Promise<PlaceSearch>;
  readonly exports: Exports;
}

export const AppContextProvider = createContext<AppContext | undefined>(undefined);

export function useApp(): AppContext {
  const context = useContext(AppContextProvider);
  if (!context) throw new Error("Panels must stand inside AppContextProvider");
  return context;
}

export function useAppState<T>(select: (state: State) => T): T {
  return useStore(useApp().store, select);
}

export function useActions(): Actions {
  return useApp().store.actions;
}

export function useTranslator(): Translator {
  return useAppState((state) => state.local.translator);
}
