/** Imports a sound file into a project, without its tags, if this browser can play the sound. */
import { OWN_FILE_LIMITS, SOUND_TYPES, type SoundType } from '#lib/domain/own-file/own-file.ts';
import { readSoundHeader, removeSoundTags } from '#lib/domain/own-file/sound-header.ts';
import { canOpenMedia } from './media-check.ts';

export interface ImportedSound {
	kind: 'sound';
	/** Name of the imported file. */
	name: string;
	type: SoundType;
	bytes: Uint8Array<ArrayBuffer>;
}
export type SoundRefusal = 'sound-kind' | 'sound-heavy' | 'sound-broken' | 'sound-codec';

export const looksLikeSound = ({ name, type }: File): boolean =>
	type.startsWith('audio/') || /\.(?:mp3|ogg|oga|wav|m4a|aac|flac|opus)$/i.test(name);

/** Imports a sound. Resolves to a refusal when that fails; never rejects. */
export async function importSound(
	file: File
): Promise<ImportedSound | { kind: 'refused'; name: string; reason: SoundRefusal }> {
	const { name } = file;
	const refuse = (reason: SoundRefusal) => ({ kind: 'refused' as const, name, reason });
	// Allow a large file here: its tags may hold a picture of several megabytes, and are removed before the real limit applies.
	if (file.size > OWN_FILE_LIMITS.bytes * 10) return refuse('sound-heavy');
	try {
		const bytes = removeSoundTags(new Uint8Array(await file.arrayBuffer()));
		const header = readSoundHeader(bytes);
		if (header === undefined) return refuse('sound-kind');
		if (bytes.length > OWN_FILE_LIMITS.bytes) return refuse('sound-heavy');
		const canPlay = await isPlayableSound(new Blob([bytes], { type: header.type }));
		if (canPlay) return { kind: 'sound', name, ...header, bytes };
		// Browsers without a licence for M4A's codec play no M4A sound.
		return refuse(header.type === SOUND_TYPES.m4a ? 'sound-codec' : 'sound-broken');
	} catch {
		return refuse('sound-broken');
	}
}

const isPlayableSound = (sound: Blob): Promise<boolean> =>
	canOpenMedia(new Audio(), sound, ({ duration }) => duration > 0);
