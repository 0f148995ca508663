/** Proposes a pseudonym that reveals nothing about a person: an animal and an adjective. */
import type { Language } from './language.ts';
import { parsePseudonym, type Pseudonym } from './pseudonym.ts';

/** Words of proposals. None is an insult, and no adjective changes with the animal's gender. */
const PSEUDONYM_WORDS: Record<Language, { animals: string; manners: string }> = {
	fr: {
		animals:
			'Abeille Albatros Alouette Bouvreuil Castor Chamois Cigale Cigogne Colibri Dauphin Écureuil Faucon Fennec Flamant Girafe Grillon Hermine Héron Hérisson Hibou Hirondelle Ibis Jaguar Koala Libellule Lièvre Loutre Lynx Martinet Mésange Moineau Mouette Okapi Panda Papillon Pélican Pinson Puma Renard Rossignol Sittelle Suricate Tortue Toucan Triton Zèbre',
		manners:
			'Agile Aimable Brave Calme Comique Espiègle Fantastique Fidèle Habile Honnête Insolite Intrépide Jaune Libre Magique Mauve Modeste Nomade Orange Paisible Polaire Pratique Rapide Rare Rouge Sage Sauvage Sincère Solaire Solide Souple Timide Tranquille Utile'
	},
	en: {
		animals:
			'Albatross Badger Beaver Bee Chamois Cricket Crane Curlew Dolphin Dragonfly Egret Falcon Fennec Finch Flamingo Gecko Giraffe Gull Hare Hedgehog Heron Ibis Jaguar Kestrel Kingfisher Koala Lark Lynx Marten Meerkat Newt Okapi Osprey Otter Owl Panda Pelican Plover Puffin Puma Squirrel Starling Swallow Swift Toucan Turtle Wren Zebra',
		manners:
			'Agile Amber Bold Brave Bright Calm Clever Cosmic Curious Daring Eager Early Fair Fearless Gentle Golden Green Happy Honest Jolly Kind Lively Lucky Merry Nimble Noble Patient Polar Proud Quick Quiet Rapid Rare Silver Solar Steady Sunny Tidy Witty Zesty'
	}
};

/** Upper limit of draws; when none of them gives a free pseudonym, a number is appended. */
const MAX_PSEUDONYM_TRIES = 200;

/**
 * Proposes a pseudonym. `drawBelow` draws a random integer from 0 up to `count`, without `count`. `isFree` must reject pseudonyms that are in
 * use or reveal a name.
 */
export function proposePseudonym(
	language: Language,
	drawBelow: (count: number) => number,
	isFree: (pseudonym: Pseudonym) => boolean = () => true
): Pseudonym {
	const [animals, manners] = [
		PSEUDONYM_WORDS[language].animals.split(' '),
		PSEUDONYM_WORDS[language].manners.split(' ')
	];
	const pickRandomWord = (words: string[]) => words[drawBelow(words.length)] ?? '';
	for (let tryCount = 0; ; tryCount++) {
		const [animal, manner] = [pickRandomWord(animals), pickRandomWord(manners)];
		const words = language === 'fr' ? `${animal} ${manner}` : `${manner} ${animal}`;
		const pseudonym = parsePseudonym(tryCount < MAX_PSEUDONYM_TRIES ? words : `${words} ${2 + drawBelow(98)}`);
		if (typeof pseudonym !== 'string' && (isFree(pseudonym) || tryCount > MAX_PSEUDONYM_TRIES * 10)) return pseudonym;
	}
}
