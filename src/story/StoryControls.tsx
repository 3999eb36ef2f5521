import { useActions, useAppState, useTranslator } from "../ui/context.ts";
import { Icon } from "../ui/Icon.tsx";
import { IconButton } from "../ui/parts.tsx";
import { useStoryControl } from "./useStoryInput.ts";

/** The buttons of a presentation. The ends are told by the counter: a button that vanished would lose the focus. */
export function StoryControls({
  overview,
  toggleOverview,
  openNotes,
}: {
  readonly overview: boolean;
  readonly toggleOverview: () => void;
  readonly openNotes: () => void;
}) {
  const playing = useAppState((state) => state.local.playing);
  const actions = useActions();
  const control = useStoryControl();
  const { t } = useTranslator();
  return (
    <div className="story-controls">
      <IconButton label={t("story.previous")} onClick={control.previous}>
        <Icon name="previous" size={22} mirrored />
      </IconButton>
      <IconButton label={t("story.next")} onClick={control.next}>
        <Icon name="next" size={22} mirrored />
      </IconButton>
      <IconButton
        label={t(playing ? "story.pause" : "story.play")}
        onClick={playing ? actions.pauseStory : actions.playStory}
      >
        {playing ? <Icon name="pause" size={20} /> : <Icon name="play" size={20} mirrored />}
      </IconButton>
      <IconButton label={t("story.overview")} pressed={overview} onClick={toggleOverview}>
        <Icon name="list" size={20} mirrored />
      </IconButton>
      <IconButton label={t("story.notes")} onClick={openNotes}>
        <Icon name="notes" size={20} />
      </IconButton>
      <IconButton label={t("story.leave")} onClick={actions.leaveStory}>
        <Icon name="close" size={20} />
      </IconButton>
    </div>
  );
}
