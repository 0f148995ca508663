import type { ShownVersion } from '../demo.ts';

export const TEST_SHOWN_VERSION: ShownVersion = {
	language: 'fr',
	title: 'Frigo',
	version: '1.0.0',
	labels: {},
	situation: 'discover',
	hand: [{ id: 'celsius', label: 'Température', unit: '°C', min: -20, max: 45, step: 0.5, start: 0 }],
	options: [],
	another: [{ id: 'far', label: 'Distance', unit: 'km', min: 0, max: 20, step: 5, start: 5 }],
	decideSituation: 'decide',
	figures: {},
	functions: [{ name: 'status', parameters: [{ name: 'celsius', kind: 'number' }], returns: 'text' }],
	facts: []
};
