/** Summarises many measurements. */
export interface Spread {
	p50: number;
	p95: number;
	runs: number;
}

export function spreadOf(values: number[]): Spread {
	const sorted = [...values].sort((a, b) => a - b);
	return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), runs: sorted.length };
}

export function median(values: number[]): number {
	return spreadOf(values).p50;
}

export function roundToDigits(value: number, digits = 1): number {
	return Number(value.toFixed(digits));
}

function percentile(sorted: number[], part: number): number {
	const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
	if (value === undefined) throw new Error('Nothing was measured.');
	return roundToDigits(value, 2);
}
