namespace Zukunftswerkstatt.Knowledge;

/// <summary>Aliases of the vocabularies delivered with the portal (<c>vocabularies.recipe.json</c>).</summary>
public static class VocabularyKeys
{
    /// <summary>Projektziel.</summary>
    public const string Goals = "projektziel";

    /// <summary>Projektart.</summary>
    public const string Kinds = "projektart";

    /// <summary>Gebietsbezug.</summary>
    public const string Scopes = "gebietsbezug";

    /// <summary>Handlungsfeld, two levels.</summary>
    public const string Topics = "handlungsfeld";

    /// <summary>Zielgruppe.</summary>
    public const string Groups = "zielgruppe";

    /// <summary>Trägertyp.</summary>
    public const string CarrierTypes = "traegertyp";

    /// <summary>Dimension of a success factor.</summary>
    public const string Dimensions = "dimension";

    /// <summary>Prozessschritt of a workshop.</summary>
    public const string ProcessSteps = "prozessschritt";

    /// <summary>Methode of a workshop.</summary>
    public const string Methods = "methode";
}
