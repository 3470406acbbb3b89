namespace CohortCourses.Web.Demo;

/// <summary>Something said to a cohort.</summary>
/// <param name="Days">Counted from its first release.</param>
internal sealed record DemoAnnouncement(string Cohort, double Days, DemoPerson By, string Language, string Text);

/// <summary>What organiser and instructor say, in two languages.</summary>
internal static class DemoAnnouncements
{
    public static readonly IReadOnlyList<DemoAnnouncement> All =
    [
        new(DemoCast.Autumn, -2, DemoCast.Ines, "en", "Welcome, everyone! Week 1 opens in two days. Until then, choose the name that you want to go by here; a made-up one is fine."),
        new(DemoCast.Autumn, -1.99, DemoCast.Ines, "fr", "Bienvenue à toutes et à tous ! La semaine 1 s’ouvre dans deux jours. D’ici là, choisissez le nom que vous porterez ici ; un pseudonyme convient très bien."),
        new(DemoCast.Autumn, 29, DemoCast.Ines, "en", "Half of the way is behind us. If you are late: pick up at the week that is open now, and come back to the others when you can."),
        new(DemoCast.Autumn, 56.2, DemoCast.Omar, "en", "That was the last week. Thank you for eight weeks of questions, maps and drafts. Everything you read stays open."),
        new(DemoCast.Autumn, 56.21, DemoCast.Omar, "fr", "C’était la dernière semaine. Merci pour huit semaines de questions, de cartes et de brouillons. Tout ce que vous avez lu reste ouvert."),

        new(DemoCast.Spring, -3, DemoCast.Omar, "en", "We begin in three days. Our weekly call is two hours long; whoever cannot come finds a digest here the day after."),
        new(DemoCast.Spring, -2.99, DemoCast.Omar, "fr", "Nous commençons dans trois jours. Notre appel hebdomadaire dure deux heures ; qui ne peut pas venir trouve un résumé ici le lendemain."),
        new(DemoCast.Spring, 8.2, DemoCast.Ines, "en", "Week 3 opens a day later than planned: the day is a holiday for many of us. All other weeks keep their dates."),
        new(DemoCast.Spring, 22.4, DemoCast.Ines, "en", "For this week’s call, bring one message to a partner that you never dared to send. We will rewrite three of them together."),
        new(DemoCast.Spring, 22.41, DemoCast.Ines, "fr", "Pour l’appel de cette semaine, apportez un message à un partenaire que vous n’avez jamais osé envoyer. Nous en récrirons trois ensemble."),

        new(DemoCast.Safer, -2, DemoCast.Ines, "en", "This course talks about harassment. You decide how much of your own story you bring; nobody will ask. You can step out at any time and come back."),
        new(DemoCast.Safer, -1.99, DemoCast.Ines, "fr", "Ce cours parle de harcèlement. Vous décidez de la part de votre histoire que vous apportez ; personne ne vous la demandera. Vous pouvez sortir à tout moment et revenir."),
    ];
}
