/** Tracks which elements of a long page are near its visible part. */
import { SvelteSet } from 'svelte/reactivity';

/** Margins around the visible part of the page within which an element counts as near. */
const NEAR_VIEW_MARGIN = '800px 0px';

export class ChunksNearView {
	#nearNumbers = new SvelteSet<number>();
	#heightByNumber = new Map<number, string>();
	#numberByElement = new WeakMap<Element, number>();
	#observer: IntersectionObserver | undefined;

	isNear(nth: number): boolean {
		return this.#nearNumbers.has(nth);
	}

	/** Returns the height that an element had when it was last near, so that unloading its content does not move the page. */
	heightOf(nth: number): string | undefined {
		return this.#heightByNumber.get(nth);
	}

	watchChunk(nth: number) {
		return (element: Element) => {
			// The observer is created on demand, because the server has no IntersectionObserver. `scrollMargin` is needed inside
			// scrolling boxes; browsers that do not support this option load elements a moment later.
			const options: IntersectionObserverInit & { scrollMargin: string } = {
				rootMargin: NEAR_VIEW_MARGIN,
				scrollMargin: NEAR_VIEW_MARGIN
			};
			this.#observer ??= new IntersectionObserver((entries) => this.#updateNear(entries), options);
			this.#numberByElement.set(element, nth);
			this.#observer.observe(element);
			return () => this.#observer?.unobserve(element);
		};
	}

	#updateNear(entries: readonly IntersectionObserverEntry[]): void {
		for (const { target, isIntersecting, boundingClientRect } of entries) {
			const nth = this.#numberByElement.get(target);
			if (nth === undefined) continue;
			if (isIntersecting) this.#nearNumbers.add(nth);
			else if (this.#nearNumbers.has(nth) && !target.contains(document.activeElement)) {
				this.#heightByNumber.set(nth, `${boundingClientRect.height}px`);
				this.#nearNumbers.delete(nth);
			}
		}
	}
}
