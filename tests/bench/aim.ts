/** Compares a figure with its aim. The result is only reported, because times depend on the machine. */
export interface Aim {
	title: string;
	aim: string;
	measured: string;
	isMet: boolean;
}

export function aimAtMost(title: string, aim: number, measured: number): Aim {
	return { title, aim: `≤ ${aim}`, measured: measured.toFixed(2), isMet: measured <= aim };
}

export function aimAtLeast(title: string, aim: number, measured: number): Aim {
	return { title, aim: `≥ ${aim}`, measured: measured.toFixed(2), isMet: measured >= aim };
}

export function formatAims(aims: Aim[]): string[] {
	return aims.map(({ title, aim, measured, isMet }) => `${isMet ? 'met   ' : 'missed'} ${title}: ${measured} (${aim})`);
}
