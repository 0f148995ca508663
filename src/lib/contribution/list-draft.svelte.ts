/** A list that somebody pastes: its real rows stay in this object, and only the invented list leaves it. */
import { inventList, readPastedList, type PastedList } from '#lib/domain/invented-list.ts';
import type { InventedList } from '#lib/domain/problem-card.ts';
import { m } from '#lib/paraglide/messages.js';

export class ListDraft {
	list = $state.raw<InventedList | null>(null);
	hasHeading = $state(false);
	/** Forgotten with the page. */
	#pasted = $state.raw<PastedList | null>(null);

	constructor(list: InventedList | null = null) {
		this.list = list;
	}

	/** Only a list that was pasted just now can still change its heading. */
	get canChooseHeading(): boolean {
		return this.#pasted !== null;
	}

	/** Returns false for a text that is no list. */
	take(text: string): boolean {
		const pasted = readPastedList(text);
		if (pasted === undefined) return false;
		this.#pasted = pasted;
		this.chooseHeading(pasted.hasHeading);
		return true;
	}

	chooseHeading(hasHeading: boolean): void {
		if (this.#pasted === null) return;
		this.hasHeading = hasHeading;
		this.list = inventList(this.#pasted, hasHeading, {
			nameColumn: (at) => m.card_list_column({ at }),
			nameText: (at) => m.card_list_text({ at })
		});
	}

	remove(): void {
		this.list = null;
		this.#pasted = null;
	}
}
