using System.Globalization;

namespace Zukunftswerkstatt.Kernel;

/// <summary>A sentence for people, in both languages of the portal. Pages show one of them; the command line shows German.</summary>
public sealed record LocalizedText(string De, string En)
{
    /// <summary>The text in the language of <paramref name="culture"/>: English for <c>en*</c>, German otherwise.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : De;

    /// <summary>The German text.</summary>
    public override string ToString() => De;
}
