/** Holds a pasted list: its real rows stay here, and only the invented list leaves. */
import { inventList, readPastedList, type PastedList } from '#lib/domain/invented-list.ts';
import type { InventedList } from '#lib/domain/problem-card.ts';
import { m } from '#lib/paraglide/messages.js';

export class ListDraft {
	list = $state.raw<InventedList | null>(null);
	hasHeading = $state(false);
	/** The list as pasted; it is lost with the page. */
	#pastedList = $state.raw<PastedList | null>(null);

	constructor(list: InventedList | null = null) {
		this.list = list;
	}

	/** Whether the heading can still be chosen: only for a list that was pasted on this page, whose real rows are known. */
	get canChooseHeading(): boolean {
		return this.#pastedList !== null;
	}

	/** Takes a pasted text. Returns false when it is no list. */
	takePastedText(text: string): boolean {
		const pasted = readPastedList(text);
		if (pasted === undefined) return false;
		this.#pastedList = pasted;
		this.setHasHeading(pasted.hasHeading);
		return true;
	}

	setHasHeading(hasHeading: boolean): void {
		if (this.#pastedList === null) return;
		this.hasHeading = hasHeading;
		this.list = inventList(this.#pastedList, hasHeading, {
			nameColumn: (at) => m.card_list_column({ at }),
			nameText: (at) => m.card_list_text({ at })
		});
	}

	remove(): void {
		this.list = null;
		this.#pastedList = null;
	}
}
