/** The lines of an invented club's list: name, who it is, year of birth, town, telephone. */
const lines: [name: string, who: string, born: string, town: string, phone: string][] = [
	['Léa Dupont', 'lea', '2012', 'Valcendre', '06 39 98 10 01'],
	['Hugo Petit', 'hugo', '2011', 'Valcendre', '06 39 98 10 02'],
	['DUPONT Lea', 'lea', '2012', 'Valcendre', '06 39 98 10 03'],
	['Zoé Roy-Petit', 'zoe', '2012', 'Valcendre', '06 39 98 10 04'],
	['Hugo Petitjean', 'other hugo', '2012', 'Valcendre', '06 39 98 10 05'],
	['Inès Faure', 'ines', '2011', 'Saint-Alban', '06 39 98 10 06'],
	['ROY PETIT Zoe', 'zoe', '2012', 'Valcendre', '06 39 98 10 04'],
	['Aïcha Diallo', 'aicha', '1987', 'Valcendre', '06 39 98 10 08'],
	['Inès  FAURE', 'ines', '2011', 'Saint-Alban', '06 39 98 10 09'],
	['Théo Blin', 'theo', '2011', 'Valcendre', '06 39 98 10 10'],
	['Aïcha Diallo ', 'aicha', '1987', 'Valcendre', '06 39 98 10 08'],
	['Yann Le Goff', 'yann', '1961', 'Les Ormes', '06 39 98 10 12'],
	['théo BLIN', 'theo', '2011', 'Valcendre', '06 39 98 10 13']
];

export const rows = lines.map(([name, who, born, town, phone]) => {
	return { given: [name], right: who, record: { name, born, town, phone } };
});
export const members = rows.map(({ record }) => record);
