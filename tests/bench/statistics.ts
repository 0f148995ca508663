export interface MeasurementSpread {
	p50: number;
	p95: number;
	runs: number;
}

export function spreadOf(values: number[]): MeasurementSpread {
	const sortedValues = [...values].sort((a, b) => a - b);
	return { p50: percentile(sortedValues, 0.5), p95: percentile(sortedValues, 0.95), runs: sortedValues.length };
}

export function median(values: number[]): number {
	return spreadOf(values).p50;
}

export function roundToDigits(value: number, digits = 1): number {
	return Number(value.toFixed(digits));
}

function percentile(sortedValues: number[], fraction: number): number {
	const value = sortedValues[Math.min(sortedValues.length - 1, Math.floor(sortedValues.length * fraction))];
	if (value === undefined) throw new Error('Nothing was measured.');
	return roundToDigits(value, 2);
}
