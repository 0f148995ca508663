/** Compares a figure with its aim. The result is only reported, because times depend on the machine. */
export interface Aim {
	what: string;
	aim: string;
	measured: string;
	met: boolean;
}

export function aimAtMost(what: string, aim: number, measured: number): Aim {
	return { what, aim: `≤ ${aim}`, measured: measured.toFixed(2), met: measured <= aim };
}

export function aimAtLeast(what: string, aim: number, measured: number): Aim {
	return { what, aim: `≥ ${aim}`, measured: measured.toFixed(2), met: measured >= aim };
}

export function aimLines(aims: Aim[]): string[] {
	return aims.map(({ what, aim, measured, met }) => `${met ? 'met   ' : 'missed'} ${what}: ${measured} (${aim})`);
}
