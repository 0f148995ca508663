/** The stage: a canvas for each worker, of which the one that drew last is shown. */
import {
	readToRun,
	type FromRun,
	type FromWorker,
	type KeyInput,
	type PointerInput,
	type StageSize,
	type ToRun
} from '../../protocol.ts';
import type { RunOptions } from '../../index.ts';
import { ConsoleOutlet } from './console-throttle.ts';
import { Spare } from './spare.ts';
import { WatchedWorker } from './watched-worker.ts';

/** How long a program may leave the frame without an answer, milliseconds, and how often it is asked. */
export const SILENCE = 1000;
const ASK_EVERY = 40;
/** Until its first answer it also has to be read and to draw everything once. */
const FIRST_SILENCE = 2000;
/** A frame that could not ask for as long as this has waited for the machine, not for the program. */
const LATE = 300;

/** How long a drawn frame takes to be seen at most, milliseconds. */
const SHOWING = 100;

/** Firefox empties a canvas when its worker ends, and copying one whose worker loops would block the frame: the worker is asked. */
const EMPTIES_CANVAS = navigator.userAgent.includes('Firefox/');

type Ending = 'asked' | 'error' | 'hang' | 'replaced';

class Easel {
	readonly worker = new WatchedWorker();
	readonly canvas = document.createElement('canvas');

	constructor(stage: HTMLElement, size: StageSize) {
		stage.append(this.canvas);
		const canvas = this.canvas.transferControlToOffscreen();
		this.worker.send({ type: 'canvas', canvas, size }, [canvas]);
	}

	/** The picture stays until another one replaces it: when it is that of a program that answers, it may still be on its way. */
	end(ending: Ending = 'replaced'): void {
		this.worker.send({ type: 'pause' });
		const isShown = this.canvas.classList.contains('shown');
		if (!isShown) this.canvas.remove();
		const isAsked = EMPTIES_CANVAS && isShown && ending !== 'hang';
		if (isAsked) this.#keepPicture();
		if (isAsked || ending === 'asked' || ending === 'error') setTimeout(() => this.worker.end(), SHOWING);
		else this.worker.end();
	}

	#keepPicture(): void {
		this.worker.onMessage = (message) => {
			if (message.type !== 'picture') return;
			const copy = document.createElement('canvas');
			copy.width = message.picture.width;
			copy.height = message.picture.height;
			copy.className = this.canvas.className;
			copy.getContext('2d')?.drawImage(message.picture, 0, 0);
			this.canvas.replaceWith(copy);
			this.worker.end();
		};
		this.worker.send({ type: 'picture' });
	}
}

interface Playing {
	easel: Easel;
	port: MessagePort;
	outlet: ConsoleOutlet;
	watch: ReturnType<typeof setInterval> | undefined;
	/** When it was first asked and has not answered since. */
	asked: number | undefined;
	/** When it was last looked at. */
	looked: number;
	hasAnswered: boolean;
}

export class Stage {
	#playing: Playing | undefined;
	#size: StageSize;
	readonly #element: HTMLElement;
	readonly #spare: Spare<Easel>;

	constructor(element: HTMLElement) {
		this.#element = element;
		this.#size = this.#measure();
		this.#spare = new Spare(() => new Easel(element, this.#size));
		new ResizeObserver(() => this.#resize()).observe(element);
	}

	run(code: string, options: RunOptions, port: MessagePort): void {
		this.#end('replaced');
		const easel = this.#spare.take();
		const send = (event: FromRun) => port.postMessage(event);
		const outlet = new ConsoleOutlet(send);
		const looked = performance.now();
		const playing: Playing = { easel, port, outlet, watch: undefined, asked: undefined, looked, hasAnswered: false };
		this.#playing = playing;
		easel.worker.onMessage = (message) => this.#receive(playing, message);
		easel.worker.onBroken = (message) => this.#fail(playing, { type: 'error', problem: { kind: 'crash', message } });
		port.onmessage = (event) => this.#command(playing, readToRun(event.data));
		easel.worker.send({ type: 'run', code, options });
		// At once: a program that never ends its first turn is ended at the limit, not a question later.
		this.#ask(playing);
		playing.watch = setInterval(() => this.#ask(playing), ASK_EVERY);
	}

	/** Something else takes its place. */
	leave(): void {
		this.#end('replaced');
	}

	/** What a person does goes to the program on stage. */
	forward(input: PointerInput | KeyInput): void {
		this.#playing?.easel.worker.send(input);
	}

	get isPlaying(): boolean {
		return this.#playing !== undefined;
	}

	#receive(playing: Playing, message: FromWorker): void {
		if (this.#playing !== playing) return;
		playing.asked = undefined;
		playing.hasAnswered = true;
		switch (message.type) {
			case 'console':
				return playing.outlet.add(message.entries, message.dropped);
			case 'drawn':
				this.#show(playing.easel, message.description);
				playing.port.postMessage(message satisfies FromRun);
				return;
			case 'error':
				// What the program wrote before it broke is read first.
				playing.outlet.flush();
				playing.port.postMessage(message satisfies FromRun);
				return;
			case 'finished':
				return this.#end('error');
			default:
				return;
		}
	}

	#command(playing: Playing, command: ToRun): void {
		if (this.#playing !== playing) return;
		if (command.type === 'stop') return this.#end('asked');
		playing.easel.worker.send(command);
	}

	#show(easel: Easel, description: string[] | undefined): void {
		if (description !== undefined) this.#element.setAttribute('aria-label', description.join(' '));
		if (easel.canvas.classList.contains('shown')) return;
		easel.canvas.classList.add('shown');
		for (const other of this.#element.querySelectorAll('canvas.shown')) if (other !== easel.canvas) other.remove();
		this.#spare.replaceIn(20);
	}

	#ask(playing: Playing): void {
		// One that has not loaded yet is not to blame.
		if (!playing.easel.worker.started) return;
		const now = performance.now();
		const isLate = now - playing.looked > LATE;
		playing.looked = now;
		if (playing.asked !== undefined && isLate) playing.asked = now;
		if (playing.asked === undefined) {
			playing.asked = now;
			return playing.easel.worker.send({ type: 'ping' });
		}
		const limit = playing.hasAnswered ? SILENCE : FIRST_SILENCE;
		if (now - playing.asked < limit) return;
		playing.outlet.flush();
		playing.port.postMessage({ type: 'error', problem: { kind: 'time', limit } } satisfies FromRun);
		this.#end('hang');
	}

	#fail(playing: Playing, event: FromRun): void {
		if (this.#playing !== playing) return;
		playing.outlet.flush();
		playing.port.postMessage(event);
		this.#end('error');
	}

	#end(reason: Ending): void {
		const playing = this.#playing;
		if (playing === undefined) return;
		this.#playing = undefined;
		clearInterval(playing.watch);
		playing.easel.end(reason);
		playing.outlet.flush();
		playing.port.postMessage({ type: 'stopped', reason } satisfies FromRun);
	}

	#measure(): StageSize {
		const { clientWidth, clientHeight } = this.#element;
		return { width: Math.max(1, clientWidth), height: Math.max(1, clientHeight), ratio: devicePixelRatio || 1 };
	}

	#resize(): void {
		this.#size = this.#measure();
		this.#spare.kept?.worker.send({ type: 'size', size: this.#size });
		this.#playing?.easel.worker.send({ type: 'size', size: this.#size });
	}
}
