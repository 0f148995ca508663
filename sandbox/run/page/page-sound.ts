/** Mutes what a page program plays, and tells when it plays for the first time. */

export interface PageSound {
	setMuted(isMuted: boolean): void;
}

/**
 * Watches the media elements and audio graphs of the program, which must not have begun yet. Calls `onFirstSound` once, when an element
 * plays or a graph is connected to the loudspeakers. Muting is for the person's ears: a program that means to could get around it.
 */
export function watchPageSound(isMutedAtStart: boolean, onFirstSound: () => void): PageSound {
	let isMuted = isMutedAtStart;
	let isSilentSoFar = true;
	const noteSound = (): void => {
		if (isSilentSoFar) onFirstSound();
		isSilentSoFar = false;
	};
	const muteElements = watchMediaElements(() => isMuted, noteSound);
	const muteGraphs = watchAudioGraphs(() => isMuted, noteSound);
	return {
		setMuted(next) {
			isMuted = next;
			muteElements();
			muteGraphs();
		}
	};
}

/** Returns a function that applies a changed `isMuted`. The program goes on reading the value of `muted` that it set. */
function watchMediaElements(isMuted: () => boolean, onPlay: () => void): () => void {
	const { prototype } = HTMLMediaElement;
	const mutedProperty = Object.getOwnPropertyDescriptor(prototype, 'muted');
	const setMuted = mutedProperty?.set;
	if (mutedProperty === undefined || setMuted === undefined) return () => undefined;
	/** The elements that have played, and whether the program itself muted them. */
	const isMutedByProgram = new Map<HTMLMediaElement, boolean>();
	const applyMute = (element: HTMLMediaElement): void =>
		setMuted.call(element, isMuted() || isMutedByProgram.get(element) === true);
	const notePlay = (element: HTMLMediaElement): void => {
		if (!isMutedByProgram.has(element)) isMutedByProgram.set(element, element.muted);
		applyMute(element);
		onPlay();
	};
	const play = prototype.play;
	prototype.play = function (this: HTMLMediaElement) {
		notePlay(this);
		return play.call(this);
	};
	Object.defineProperty(prototype, 'muted', {
		...mutedProperty,
		get(this: HTMLMediaElement) {
			return isMutedByProgram.get(this) ?? mutedProperty.get?.call(this);
		},
		set(this: HTMLMediaElement, value: boolean) {
			if (!isMutedByProgram.has(this)) return setMuted.call(this, value);
			isMutedByProgram.set(this, value);
			applyMute(this);
		}
	});
	// An element that plays by its `autoplay` or its controls calls no function.
	document.addEventListener('play', ({ target }) => target instanceof HTMLMediaElement && notePlay(target), true);
	return () => [...isMutedByProgram.keys()].forEach(applyMute);
}

/** Puts a volume of zero or one between each audio graph and the loudspeakers. Returns a function that applies a changed `isMuted`. */
function watchAudioGraphs(isMuted: () => boolean, onConnect: () => void): () => void {
	const { prototype } = AudioNode;
	const connect = prototype.connect;
	const disconnect = prototype.disconnect;
	const volumeByLoudspeaker = new Map<AudioDestinationNode, GainNode>();
	const applyMute = (volume: GainNode): void => void (volume.gain.value = isMuted() ? 0 : 1);
	/** Returns the volume in front of loudspeakers; any other node as it is, also the end of a graph that is computed and not heard. */
	const heardTarget = (target: unknown): unknown => {
		if (!(target instanceof AudioDestinationNode) || !(target.context instanceof AudioContext)) return target;
		const knownVolume = volumeByLoudspeaker.get(target);
		if (knownVolume !== undefined) return knownVolume;
		const volume = target.context.createGain();
		applyMute(volume);
		Reflect.apply(connect, volume, [target]);
		volumeByLoudspeaker.set(target, volume);
		return volume;
	};
	prototype.connect = function (this: AudioNode, target: AudioNode | AudioParam, ...ports: number[]) {
		const heard = heardTarget(target);
		if (heard !== target) onConnect();
		Reflect.apply(connect, this, [heard, ...ports]);
		return target;
	} as typeof connect;
	prototype.disconnect = function (this: AudioNode, ...targetAndPorts: unknown[]) {
		const [target, ...ports] = targetAndPorts;
		Reflect.apply(disconnect, this, targetAndPorts.length === 0 ? [] : [heardTarget(target), ...ports]);
	} as typeof disconnect;
	return () => [...volumeByLoudspeaker.values()].forEach(applyMute);
}
