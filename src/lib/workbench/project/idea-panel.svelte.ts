export class IdeaPanelState {
	isOpen = $state(false);
	coversScreen = $state(false);
	readonly isAside = $derived(this.isOpen && !this.coversScreen);

	/** Measures whether the workbench is narrow: at most 64 em of its own font, as in the styles of WorkbenchLayout.svelte. */
	measureBench(stageElement: HTMLElement | undefined): void {
		const bench = stageElement?.closest('.workbench');
		if (bench) this.coversScreen = bench.clientWidth <= 64 * parseFloat(getComputedStyle(bench).fontSize);
	}

	toggle(stageElement: HTMLElement | undefined): void {
		this.measureBench(stageElement);
		this.isOpen = !this.isOpen;
	}
}
