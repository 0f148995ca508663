/**
 * Four nights in a ward of ten beds, forty people who do not exist, five rounds each: 22:00, midnight, 02:00, 04:00, 06:00.
 * Invented. Made once by mulberry32(2017) from a few courses that an illness may take, then changed by hand so that one person is
 * found by a single 3 alone: how often people get worse, and how often a nurse's worry is right, is nobody's measurement.
 */
import type { Measures } from './bed';

export interface Patient {
	/** From 0. */
	night: number;
	/** From 0. */
	bed: number;
	/** Had to be taken to intensive care in the morning: an invention that no program was told. */
	worsened: boolean;
	rounds: Round[];
}

export interface Round {
	measures: Measures;
	/** The nurse did not like the look of this person, whatever was measured. */
	worried: boolean;
}

/**
 * A line for each person, in order of nights and beds: what became of them, the rounds from 0 at which the nurse worried, and
 * for each round breaths, saturation, blood pressure, pulse and temperature.
 */
const lines = `
well | 14 97 114 88 36.3 | 19 99 109 62 36.4 | 15 99 121 94 36.6 | 19 95 120 96 37.1 | 17 98 130 69 38.2
well | 17 97 132 58 37.3 | 22 97 115 114 38.2 | 13 99 117 96 37 | 14 98 118 66 37.1 | 15 97 138 67 37.3
worsened 234 | 17 95 141 77 37 | 21 94 127 72 36.7 | 22 93 135 63 36.5 | 23 93 140 60 37.7 oxygen | 24 92 134 108 37.4 oxygen
well 23 | 17 97 126 71 36.4 | 15 96 123 74 36.4 | 19 97 126 56 36.9 | 19 99 139 77 36.3 | 13 98 137 88 37.7
worsened 23 | 14 97 115 57 37.7 | 16 - 131 - 37 | 17 98 127 94 38.1 | 17 98 125 97 36.3 | 19 95 117 99 37.6
well | 19 97 114 84 36.3 | 15 98 116 62 36.3 | 13 98 124 58 37.7 | 16 96 133 60 37.7 | 16 96 126 61 37.2
well | 19 96 131 85 36.4 | 16 98 138 57 37.5 | 14 96 117 85 37 | 18 97 135 70 37.5 | 18 98 117 86 37.5
well | 16 96 109 81 36.3 | 17 99 118 94 37.2 | 19 95 120 96 36.4 | 14 98 115 83 38.2 | 15 98 117 61 36.6
well 1 | 18 95 109 99 37.7 oxygen | 17 95 109 99 37.2 oxygen | 15 95 109 99 36.9 oxygen | 17 97 126 80 37.5 oxygen | 17 96 131 80 36.4 oxygen
worsened | 15 97 138 75 36.5 | 14 96 123 61 37 | 17 99 138 56 36.7 | 16 96 124 82 37.3 | 18 98 134 69 37.3
well 2 | 16 98 116 76 38.4 | 13 99 125 79 38.9 | 14 98 126 96 39.3 | 19 99 132 66 39.1 | 18 96 134 88 38.3
well | 17 99 116 77 37.5 | 15 99 133 66 37 | 13 99 125 87 37.4 | 13 99 123 68 37.3 | 17 97 125 78 37.1
well | 16 97 140 65 38.2 | 14 96 118 61 37.2 | 17 97 109 80 36.8 | 14 99 127 94 37.7 | 13 95 126 96 36.4
well | 16 99 128 66 37.1 | 15 98 138 79 37.5 | 13 97 122 56 37.3 | 19 98 122 56 37 | 14 99 115 67 36.4
well 4 | 13 97 131 61 36.5 | 18 96 123 75 36.7 | 14 96 122 80 37.7 | 17 99 125 84 37.3 | 13 97 115 64 36.7
worsened | 15 98 138 70 37.4 | 13 98 119 61 37.7 | 12 96 131 68 37.2 | 12 96 114 54 37.1 | 12 96 119 68 37 faint
worsened | 19 97 142 61 38.2 | 14 98 130 95 38.5 | 21 98 130 113 38.7 | 23 96 108 119 38.8 | 24 95 99 124 39.2
well 3 | 19 96 120 67 37 | 17 96 118 84 37.4 | 19 97 117 76 37.1 | 16 99 137 74 37.3 | 15 97 124 79 36.7
well | 15 96 128 47 37.1 | 12 97 121 40 36.3 | 12 99 142 39 37.1 | 12 98 118 40 36.5 | 17 99 129 47 37.2
well | 19 99 123 57 36.8 | 16 - 131 - 37.4 | 15 99 123 73 37.7 | 15 96 141 79 37.4 | 13 97 132 83 37.7
well | 14 96 127 74 36.8 | 15 96 137 86 37.3 | 17 96 120 69 36.6 | 18 96 126 63 37.2 | 14 96 129 70 36.9
well | 17 97 138 78 37.2 | 13 98 120 78 37.7 | 19 96 122 68 36.8 | 15 99 131 56 37.3 | 13 96 115 74 36.8
worsened | 13 96 136 82 37.2 | 15 97 108 80 37 | 19 96 104 94 37.7 | 21 98 98 106 36.7 | 21 97 97 108 37
well | 19 98 130 86 36.5 | 14 96 135 59 37.6 | 18 99 124 81 36.7 | 22 99 141 114 38.2 | 19 - 129 - 36.5
well | 17 95 136 96 37.3 | 19 96 119 69 38.2 | 18 - 121 - 36.8 | 16 99 109 88 36.4 | 19 99 115 94 36.8
well 2 | 18 96 137 80 37.3 | 17 96 139 60 36.7 | 24 95 110 121 38.3 | 21 96 134 101 37.5 | 17 99 133 83 36.7
worsened 3 | 16 99 115 73 36.5 | 16 99 140 63 36.7 | 16 99 141 75 35.9 | 18 96 109 59 35.8 | 13 96 108 79 35.8
well | 18 97 122 67 36.4 | 18 98 131 70 37.4 | 13 98 128 62 36.9 | 16 97 139 86 36.8 | 17 96 119 66 36.3
well | 16 96 142 85 37.1 | 15 98 121 81 37.3 | 18 99 121 86 37.6 | 18 96 135 61 36.7 | 13 96 139 70 36.5
well | 19 96 134 68 37.6 | 15 97 133 80 37.6 | 15 97 142 71 37.5 | 13 98 122 61 37.2 | 13 97 120 69 36.6
well | 13 - 138 - 36.7 | 18 99 125 80 37.6 | 14 97 138 88 36.6 | 16 99 136 65 37.3 | 18 96 128 87 37.4
well | 14 99 129 82 36.6 | 13 99 129 66 36.5 | 16 96 90 75 36.6 | 13 97 140 58 36.5 | 15 97 122 81 37.4
well | 13 99 116 81 37 | 14 96 122 61 37.7 | 18 97 133 81 36.6 | 15 99 127 83 36.8 | 15 96 138 77 37.4
worsened 4 | 19 99 133 88 36.3 oxygen | 18 95 115 88 36.9 oxygen | 18 94 126 95 37 oxygen | 15 94 109 98 36.9 oxygen | 15 95 107 102 37.1 oxygen
well | 15 99 116 66 36.4 | 16 96 130 72 36.6 | 13 98 130 75 37.2 | 17 - 119 - 36.7 | 17 98 121 82 36.6
well | 15 99 127 64 36.8 | 14 98 117 77 36.7 | 19 99 123 69 36.3 | 18 99 140 67 36.6 | 18 97 134 68 37.2
worsened 3 | 18 96 140 69 36.6 | 17 99 129 93 37.1 | 21 99 141 104 36.6 | 22 95 137 112 38.3 | 23 94 106 118 38.6
well | 15 98 131 94 37.3 | 16 95 121 96 37.6 | 19 98 116 72 38.2 | 18 98 121 84 37.4 | 13 99 109 59 37.7
well 1 | 13 97 116 84 36.8 | 13 98 116 65 37.2 | 14 98 131 71 36.8 | 15 98 119 88 36.7 | 18 96 115 64 36.7
well | 18 97 122 73 36.9 | 15 99 121 76 37.5 | 17 98 119 77 36.7 | 16 96 126 66 36.7 | 14 96 142 82 36.8
`;

const valueOf = (written: string | undefined) => (written === '-' ? null : Number(written));

function measuresOf(round: string): Measures {
	const [breaths, saturation, systolic, pulse, temperature, ...signs] = round.split(' ');
	return {
		breaths: Number(breaths),
		saturation: valueOf(saturation),
		onOxygen: signs.includes('oxygen'),
		systolic: Number(systolic),
		pulse: valueOf(pulse),
		alert: !signs.includes('faint'),
		temperature: Number(temperature)
	};
}

export const BEDS = 10;

export const patients: Patient[] = lines
	.trim()
	.split('\n')
	.map((line, index) => {
		const [outcome = '', ...rounds] = line.split(' | ');
		return {
			night: Math.floor(index / BEDS),
			bed: index % BEDS,
			worsened: outcome.startsWith('worsened'),
			rounds: rounds.map((round, at) => ({ measures: measuresOf(round), worried: outcome.includes(String(at)) }))
		};
	});

export const nights = patients.length / BEDS;
