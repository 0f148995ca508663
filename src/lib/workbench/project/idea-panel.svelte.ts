/** Whether the ideas are open, and where they stand: beside the code, or over a narrow screen. */
export class IdeaPanelState {
	isOpen = $state(false);
	/** Whether the screen is too narrow for a panel beside the code. */
	coversScreen = $state(false);
	/** Whether the ideas stand beside the code, in the place of the problem card. */
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
