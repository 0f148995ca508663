import type { Language } from './language.ts';

const COURSES = ['snt', 'nsi1', 'nsiT'] as const;
export type Course = (typeof COURSES)[number];

export const COURSE_NAMES: Record<Course, Record<Language, string>> = {
	snt: { fr: 'SNT, seconde', en: 'SNT (digital sciences), year 11' },
	nsi1: { fr: 'NSI, première', en: 'NSI (computer science), year 12' },
	nsiT: { fr: 'NSI, terminale', en: 'NSI (computer science), year 13' }
};

export interface ProgrammeEntry {
	theme: Record<Language, string>;
	/** Name of the entry, short enough to choose by; mostly the programme's own heading ("contenu"). */
	content: Record<Language, string>;
	/** The expected capacity in full ("capacité attendue"). */
	capacity: Record<Language, string>;
}

type BilingualWords = [fr: string, en: string];

const createProgrammeEntry = (
	theme: BilingualWords,
	content: BilingualWords,
	capacity: BilingualWords
): ProgrammeEntry => ({
	theme: { fr: theme[0], en: theme[1] },
	content: { fr: content[0], en: content[1] },
	capacity: { fr: capacity[0], en: capacity[1] }
});

const programmingTheme: BilingualWords = ['Notions transversales de programmation', 'Programming, across all themes'];
const dataTheme: BilingualWords = [
	'Les données structurées et leur traitement',
	'Structured data and how it is processed'
];
const mapsTheme: BilingualWords = ['Localisation, cartographie et mobilité', 'Location, maps and mobility'];
const objectsTheme: BilingualWords = [
	'Informatique embarquée et objets connectés',
	'Embedded computing and connected objects'
];
const baseTypesTheme: BilingualWords = [
	'Représentation des données : types et valeurs de base',
	'Data: basic types and values'
];
const builtTypesTheme: BilingualWords = ['Représentation des données : types construits', 'Data: built types'];
const tablesTheme: BilingualWords = ['Traitement de données en tables', 'Data in tables'];
const languagesTheme: BilingualWords = ['Langages et programmation', 'Languages and programming'];
const algorithmsTheme: BilingualWords = ['Algorithmique', 'Algorithms'];
const structuresTheme: BilingualWords = ['Structures de données', 'Data structures'];

/**
 * Entries by id: course, topic, and a word of the entry. Sources: the programmes of SNT in seconde and of NSI in première (BO spécial n° 1
 * of 22 January 2019) and of NSI in terminale (BO spécial n° 8 of 25 July 2019). The French is the programmes' own wording, compared with
 * teachers' transcriptions on their course pages, not with the official journal; "…" marks a cut. The English is Braise's translation.
 */
const PROGRAMME_ENTRIES = {
	'snt.programmation': createProgrammeEntry(
		programmingTheme,
		['Notions de programmation', 'Notions of programming'],
		[
			'Écrire et développer des programmes pour répondre à des problèmes et modéliser des phénomènes physiques, économiques et sociaux',
			'Write and develop programs that answer problems and model physical, economic and social phenomena'
		]
	),
	'snt.donnees': createProgrammeEntry(
		dataTheme,
		['Traitement de données structurées', 'Processing structured data'],
		[
			'Réaliser des opérations de recherche, filtre, tri ou calcul sur une ou plusieurs tables',
			'Search, filter, sort or compute on one or several tables'
		]
	),
	'snt.donnees-personnelles': createProgrammeEntry(
		dataTheme,
		['Données personnelles', 'Personal data'],
		['Définir une donnée personnelle', 'Define what personal data is']
	),
	'snt.itineraire': createProgrammeEntry(
		mapsTheme,
		['Calculs d’itinéraires', 'Computing routes'],
		[
			'Représenter un calcul d’itinéraire comme un problème sur un graphe',
			'Describe finding a route as a problem on a graph'
		]
	),
	'snt.objets': createProgrammeEntry(
		objectsTheme,
		['Systèmes informatiques embarqués', 'Embedded computer systems'],
		[
			'Identifier des algorithmes de contrôle des comportements physiques à travers les données des capteurs, l’IHM et les actions des actionneurs…',
			'Identify algorithms that control physical behaviour through the data of sensors, the interface and what actuators do…'
		]
	),
	'nsi1.flottants': createProgrammeEntry(
		baseTypesTheme,
		['Représentation approximative des nombres réels', 'Approximate representation of real numbers'],
		[
			'Calculer sur quelques exemples la représentation de nombres réels : 0.1, 0.25 ou 1/3',
			'Work out, on a few examples, how real numbers are represented: 0.1, 0.25 or 1/3'
		]
	),
	'nsi1.tableaux': createProgrammeEntry(
		builtTypesTheme,
		['Tableau indexé', 'Indexed arrays'],
		['Itérer sur les éléments d’un tableau', 'Iterate over the elements of an array']
	),
	'nsi1.tables': createProgrammeEntry(
		tablesTheme,
		['Recherche dans une table', 'Searching a table'],
		[
			'Rechercher les lignes d’une table vérifiant des critères exprimés en logique propositionnelle',
			'Find the rows of a table that meet criteria written in propositional logic'
		]
	),
	'nsi1.langage': createProgrammeEntry(
		languagesTheme,
		['Constructions élémentaires', 'Elementary constructions'],
		['Mettre en évidence un corpus de constructions élémentaires', 'Bring out a set of elementary constructions']
	),
	'nsi1.specification': createProgrammeEntry(
		languagesTheme,
		['Spécification', 'Specification'],
		[
			'Prototyper une fonction. Décrire les préconditions sur les arguments. Décrire des postconditions sur les résultats',
			'Prototype a function. Describe the preconditions on its arguments. Describe postconditions on its results'
		]
	),
	'nsi1.tests': createProgrammeEntry(
		languagesTheme,
		['Mise au point de programmes', 'Getting programs right'],
		['Utiliser des jeux de tests', 'Use sets of tests']
	),
	'nsi1.parcours': createProgrammeEntry(
		algorithmsTheme,
		['Parcours séquentiel d’un tableau', 'Going through an array'],
		[
			'Écrire un algorithme de recherche d’une occurrence sur des valeurs de type quelconque. Écrire un algorithme de recherche d’un extremum, de calcul d’une moyenne',
			'Write an algorithm that finds an occurrence among values of any type. Write one that finds an extremum, or computes a mean'
		]
	),
	'nsi1.gloutons': createProgrammeEntry(
		algorithmsTheme,
		['Algorithmes gloutons', 'Greedy algorithms'],
		['Résoudre un problème grâce à un algorithme glouton', 'Solve a problem with a greedy algorithm']
	),
	'nsiT.graphes': createProgrammeEntry(
		structuresTheme,
		['Graphes', 'Graphs'],
		['Modéliser des situations sous forme de graphes', 'Model situations as graphs']
	),
	'nsiT.bugs': createProgrammeEntry(
		languagesTheme,
		['Gestion des bugs', 'Dealing with bugs'],
		[
			'Dans la pratique de la programmation, savoir répondre aux causes typiques de bugs : problèmes liés au typage, effets de bord non désirés, … choix des inégalités, comparaisons et calculs entre flottants, …',
			'When programming, know how to answer typical causes of bugs: problems of types, unwanted side effects, … the choice of inequalities, comparing and computing with floating point numbers, …'
		]
	),
	'nsiT.modularite': createProgrammeEntry(
		languagesTheme,
		['Modularité', 'Modularity'],
		['Créer des modules simples et les documenter', 'Make simple modules and document them']
	)
} as const satisfies Record<`${Course}.${string}`, ProgrammeEntry>;

export type ProgrammeId = keyof typeof PROGRAMME_ENTRIES;

export const PROGRAMME: Readonly<Record<ProgrammeId, ProgrammeEntry>> = PROGRAMME_ENTRIES;

export function isProgrammeId(id: string): id is ProgrammeId {
	return Object.hasOwn(PROGRAMME_ENTRIES, id);
}

export function courseOfProgrammeEntry(id: ProgrammeId): Course {
	return COURSES.find((course) => id.startsWith(`${course}.`)) ?? 'snt';
}
