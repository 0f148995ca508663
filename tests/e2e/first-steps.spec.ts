import { expect, test } from '../test.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';

test('a new teacher lands on what to do first, which goes once a class is made', async ({ browser }) => {
	const teacher = await signUpTeacher(browser);
	const firstSteps = teacher.page.getByRole('region', { name: 'Pour commencer' });
	await expect(firstSteps.getByRole('link')).toHaveText([
		'Créer une classe',
		'Faire un défi comme un élève',
		'Préparer la première séance'
	]);
	expect(await findAccessibilityFaults(teacher.page)).toEqual([]);
	await firstSteps.getByRole('link', { name: 'Créer une classe' }).click();
	await expect(teacher.page.getByLabel('Nom de la classe')).toBeVisible();
	await createClassInBrowser(teacher, '2de 4');
	await teacher.page.goto('/fr/challenges');
	await expect(teacher.page.getByRole('heading', { name: 'Les défis' })).toBeVisible();
	await expect(firstSteps).toHaveCount(0);
});
