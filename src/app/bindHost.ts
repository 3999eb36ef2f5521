import type { Commands } from "../embed/commands.ts";
import type { Exports } from "../export/exports.ts";
import type { Store } from "../state/store.ts";
import type { StoryControl } from "../story/index.ts";
import { createExports } from "./exports.ts";

/** Connects a framed page with the page around it. */
export function bindHost(store: Store, framed: boolean): void {
  if (!framed) return;
  Promise.all([import("../embed/guest.ts"), import("../story/index.ts")]).then(
    ([{ connectGuest }, { storyControl }]) => {
      const story = storyControl(store);
      const guest = connectGuest(store, {
        ...storyCommands(story),
        ...exportCommands(createExports(store)),
      });
      let told = "";
      const tellStep = () => {
        const position = story.position();
        const now = JSON.stringify(position);
        if (position && now !== told) guest.send("stepChanged", position);
        told = now;
      };
      store.subscribe(tellStep);
      tellStep();
    },
    () => store.actions.notify({ key: "notice.part", values: {} }),
  );
}

function storyCommands(story: StoryControl): Commands {
  const running = (): void => {
    if (!story.position()) throw new Error("no presentation runs; name one with story= in the link");
  };
  return {
    goToStep: ({ index }) => {
      running();
      const count = story.position()?.count ?? 0;
      if (index >= count) throw new Error(`index: ${index}; possible: 0..${count - 1}`);
      story.goTo(index);
    },
    next: () => {
      running();
      story.next();
    },
    prev: () => {
      running();
      story.previous();
    },
    play: () => {
      running();
      story.play();
    },
    pause: () => {
      running();
      story.pause();
    },
  };
}

function exportCommands(exports: Exports): Commands {
  return {
    exportImage: async (request) => {
      const [picture, { dataUrlOf }] = await Promise.all([
        exports.picture(request),
        import("../export/picture.ts"),
      ]);
      return { dataUrl: await dataUrlOf(picture) };
    },
    exportRoute: async ({ format }) => ({ text: await exports.route(format) }),
  };
}
