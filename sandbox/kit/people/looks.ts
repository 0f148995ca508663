/** Looks of people: skin, hair and clothes. */

export interface Look {
	skin: string;
	hair: string;
	coat: string;
	fold: string;
	scarf: string;
	legs: string;
	style: 'bun' | 'cap' | 'scarf' | 'curls' | 'bob';
	glasses?: true;
	/** Colour of the apron. A person with an apron also wears a white cap. */
	apron?: string;
}

export const personLooks: [Look, ...Look[]] = [
	{
		skin: '#f0c19c',
		hair: '#8f4426',
		coat: '#dea12f',
		fold: '#bd8420',
		scarf: '#2f7a78',
		legs: '#34404f',
		style: 'bun'
	},
	{
		skin: '#e9b894',
		hair: '#b9b2a8',
		coat: '#49607a',
		fold: '#394d64',
		scarf: '#b2492f',
		legs: '#4b4038',
		style: 'cap'
	},
	{
		skin: '#c98e64',
		hair: '#7a3f5a',
		coat: '#2f6b5c',
		fold: '#245548',
		scarf: '#a65674',
		legs: '#2c2f3c',
		style: 'scarf'
	},
	{
		skin: '#8a5a3b',
		hair: '#231a17',
		coat: '#c9552f',
		fold: '#a74323',
		scarf: '#f0d9a6',
		legs: '#2f4256',
		style: 'curls'
	},
	{
		skin: '#f3cba9',
		hair: '#d8d2c6',
		coat: '#7d5583',
		fold: '#65436a',
		scarf: '#e5b44a',
		legs: '#3b3f38',
		style: 'bob',
		glasses: true
	}
];
