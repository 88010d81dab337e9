namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>
/// Words that carry no topic, in precise spelling. They are indexed (a phrase needs them) but a query does not require
/// them unless it has nothing else.
/// </summary>
internal static class StopWords
{
    public const string German =
        "aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei beim bin bis bist da dabei dadurch daher damit dann das dass "
        + "dein deine dem den denn der deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines "
        + "er es etwa etwas euer eure fuer gegen haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist "
        + "ja jede jedem jeden jeder jedes jene jener jenes jetzt kann kein keine keinem keinen keiner koennen koennte mal man mehr mein meine mit muss muessen nach nicht "
        + "nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit selbst sich sie sind so solche sollen sollte sondern sonst sowie "
        + "ueber um und uns unser unsere unter viel viele vom von vor war waren was weil welche welchem welchen welcher welches wenn wer werden wie wieder will wir wird "
        + "wo wurde wurden zu zum zur zwar zwischen";

    public const string English =
        "a about after all also an and any are as at be because been before being between both but by can could did do does for from had has have he her here him his how "
        + "i if in into is it its more most my no nor not of off on once only or other our out over own she should so some such than that the their them then there these "
        + "they this those through to too under until up was we were what when where which while who why will with would you your";
}
