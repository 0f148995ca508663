/** A set whose objects can be visited, and may still be garbage-collected. */

class IterableWeakSet<Value extends object> {
	readonly #references = new Set<WeakRef<Value>>();

	add(value: Value): void {
		this.#references.add(new WeakRef(value));
	}

	forEach(act: (value: Value) => void): void {
		for (const reference of this.#references) {
			const value = reference.deref();
			if (value === undefined) this.#references.delete(reference);
			else act(value);
		}
	}
}

export interface PageSound {
	setMuted(isMuted: boolean): void;
	pauseMediaElements(): (() => void)[];
}

/**
 * Watches a program's media elements and audio graphs; to be called before the program runs. Calls `onFirstSound` once, when an
 * element plays or a graph is connected to the loudspeakers. Muting is no security boundary: a program could get around it.
 * Speech is not noticed, nor is an element outside the document that plays by `autoplay`.
 */
export function watchPageSound(isMutedAtStart: boolean, onFirstSound: () => void): PageSound {
	let isMuted = isMutedAtStart;
	let isSilentSoFar = true;
	const reportFirstSound = (): void => {
		if (isSilentSoFar) onFirstSound();
		isSilentSoFar = false;
	};
	const playedElements = new IterableWeakSet<HTMLMediaElement>();
	const muteElements = watchMediaElements(playedElements, () => isMuted, reportFirstSound);
	const muteGraphs = watchAudioGraphs(() => isMuted, reportFirstSound);
	return {
		setMuted(next) {
			isMuted = next;
			muteElements();
			muteGraphs();
		},
		pauseMediaElements() {
			const resumptions: (() => void)[] = [];
			playedElements.forEach((element) => {
				if (element.paused) return;
				element.pause();
				resumptions.push(() => void element.play().catch(() => undefined));
			});
			return resumptions;
		}
	};
}

/**
 * Adds each element that plays to `playedElements`. Returns a function that applies a changed `isMuted`. When the program reads
 * `muted`, it gets the value that it has set.
 */
function watchMediaElements(
	playedElements: IterableWeakSet<HTMLMediaElement>,
	isMuted: () => boolean,
	onPlay: () => void
): () => void {
	const { prototype } = HTMLMediaElement;
	const mutedProperty = Object.getOwnPropertyDescriptor(prototype, 'muted');
	const { get: readMuted, set: writeMuted } = mutedProperty ?? {};
	if (readMuted === undefined || writeMuted === undefined) return () => undefined;
	const isElementMuted = (element: HTMLMediaElement): boolean => readMuted.call(element) === true;
	/** For each element that has played: whether the program muted the element, or the person with the element's own controls. */
	const isMutedByOthers = new WeakMap<HTMLMediaElement, boolean>();
	/**
	 * Elements whose sound goes into an audio graph. The graph is muted instead, because a program that draws the sound would get
	 * silence from a muted element.
	 */
	const elementsInGraphs = new WeakSet<HTMLMediaElement>();
	const mustBeMuted = (element: HTMLMediaElement): boolean =>
		isMutedByOthers.get(element) === true || (isMuted() && !elementsInGraphs.has(element));
	const applyMutedState = (element: HTMLMediaElement): void => {
		if (isMutedByOthers.has(element)) writeMuted.call(element, mustBeMuted(element));
	};
	const notePlayedElement = (element: HTMLMediaElement): void => {
		if (!isMutedByOthers.has(element)) {
			playedElements.add(element);
			isMutedByOthers.set(element, isElementMuted(element));
			element.addEventListener('volumechange', () => {
				if (isElementMuted(element) !== mustBeMuted(element)) isMutedByOthers.set(element, isElementMuted(element));
			});
		}
		applyMutedState(element);
		onPlay();
	};
	const play = prototype.play;
	prototype.play = function (this: HTMLMediaElement) {
		notePlayedElement(this);
		return play.call(this);
	};
	Object.defineProperty(prototype, 'muted', {
		...mutedProperty,
		get(this: HTMLMediaElement) {
			return isMutedByOthers.get(this) ?? isElementMuted(this);
		},
		set(this: HTMLMediaElement, value: boolean) {
			if (!isMutedByOthers.has(this)) return writeMuted.call(this, value);
			isMutedByOthers.set(this, value);
			applyMutedState(this);
		}
	});
	// An element that plays by its `autoplay` or its controls does not call `play`, so its event is noted.
	document.addEventListener(
		'play',
		({ target }) => target instanceof HTMLMediaElement && notePlayedElement(target),
		true
	);
	if ('AudioContext' in globalThis) {
		const createSource = AudioContext.prototype.createMediaElementSource;
		AudioContext.prototype.createMediaElementSource = function (this: AudioContext, element) {
			elementsInGraphs.add(element);
			applyMutedState(element);
			return createSource.call(this, element);
		};
		globalThis.MediaElementAudioSourceNode = class extends MediaElementAudioSourceNode {
			constructor(context: AudioContext, options: MediaElementAudioSourceOptions) {
				elementsInGraphs.add(options.mediaElement);
				applyMutedState(options.mediaElement);
				super(context, options);
			}
		};
	}
	return () => playedElements.forEach(applyMutedState);
}

/** Puts a volume of zero or one between each audio graph and the loudspeakers. Returns a function that applies a changed `isMuted`. */
function watchAudioGraphs(isMuted: () => boolean, onConnect: () => void): () => void {
	if (!('AudioContext' in globalThis)) return () => undefined;
	const { prototype } = AudioNode;
	const connect = prototype.connect;
	const disconnect = prototype.disconnect;
	const volumes = new IterableWeakSet<GainNode>();
	/** The volume of each audio context. The browser keeps a context alive as long as it plays. */
	const volumeByContext = new WeakMap<BaseAudioContext, GainNode>();
	const applyMutedState = (volume: GainNode): void => void (volume.gain.value = isMuted() ? 0 : 1);
	/**
	 * Returns the volume in front of the loudspeakers for a connection to them. Returns any other node unchanged, even the end of
	 * a graph that is computed and not heard.
	 */
	const audibleTargetOf = (target: unknown): unknown => {
		if (!(target instanceof AudioDestinationNode) || !(target.context instanceof AudioContext)) return target;
		const knownVolume = volumeByContext.get(target.context);
		if (knownVolume !== undefined) return knownVolume;
		const volume = target.context.createGain();
		applyMutedState(volume);
		Reflect.apply(connect, volume, [target]);
		volumes.add(volume);
		volumeByContext.set(target.context, volume);
		return volume;
	};
	prototype.connect = function (this: AudioNode, target: AudioNode | AudioParam, ...ports: number[]) {
		const heard = audibleTargetOf(target);
		if (heard !== target) onConnect();
		Reflect.apply(connect, this, [heard, ...ports]);
		return target;
	} as typeof connect;
	prototype.disconnect = function (this: AudioNode, ...targetAndPorts: unknown[]) {
		const [target, ...ports] = targetAndPorts;
		Reflect.apply(disconnect, this, targetAndPorts.length === 0 ? [] : [audibleTargetOf(target), ...ports]);
	} as typeof disconnect;
	return () => volumes.forEach(applyMutedState);
}
