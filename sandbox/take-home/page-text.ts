/** Texts of the page with which a program is taken home, in both languages. */
const TAKE_HOME_PAGE_TEXTS = {
	fr: {
		made: 'Fait avec Braise. Ce fichier marche sans Internet.',
		pictures: 'Ses images et ses sons :',
		libraries: 'Ses bibliothèques, sous leur propre licence :',
		broke: 'Le programme s’est arrêté :',
		noscript: 'Ce dessin est un programme : il faut JavaScript pour le voir.'
	},
	en: {
		made: 'Made with Braise. This file works without the internet.',
		pictures: 'Its pictures and sounds:',
		libraries: 'Its libraries, under their own licences:',
		broke: 'The program stopped:',
		noscript: 'This drawing is a program: it takes JavaScript to see it.'
	}
};

export const pickTakeHomePageTexts = (language: 'fr' | 'en') => TAKE_HOME_PAGE_TEXTS[language];
