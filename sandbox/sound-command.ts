const SOUND_ACTIONS = ['play', 'loop', 'stop', 'volume'] as const;

export interface SoundCommand {
	/** Path of the file in the project. */
	path: string;
	/** `volume` changes the loudness of what plays; `stop` ends it. */
	action: (typeof SOUND_ACTIONS)[number];
	/** From 0 to 1. */
	volume: number;
}

/** The sounds of a project, by path: true for a sound that is in this browser, null for a sound that has not arrived. */
export type SoundArrivalByPath = ReadonlyMap<string, true | null>;

export const isVolume = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

export function readSoundCommand(value: unknown): SoundCommand | undefined {
	const from = (value ?? {}) as Partial<Record<keyof SoundCommand, unknown>>;
	const action = SOUND_ACTIONS.find((each) => each === from.action);
	if (action === undefined || typeof from.path !== 'string' || !isVolume(from.volume)) return undefined;
	return { path: from.path, action, volume: from.volume };
}
