namespace Zukunftswerkstatt.Content;

// Orchard's settings of fields, under Orchard's names. Only what a rule or an editor uses is declared; the rest stays in the JSON.

/// <summary>How a TextField is filled.</summary>
public sealed record TextFieldSettings
{
    public string? Hint { get; init; }
    public bool Required { get; init; }
    public string? DefaultValue { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
}

/// <summary>The portal's own rules for texts.</summary>
public sealed record PortalTextSettings
{
    /// <summary>Regular expression the whole text must match.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>Email</c>, or empty.</summary>
    public string? Kind { get; init; }
}

/// <summary>The choices of a TextField with the editor <c>PredefinedList</c>.</summary>
public sealed record TextFieldPredefinedListEditorSettings
{
    public IReadOnlyList<ListOption> Options { get; init; } = [];
    public string? DefaultValue { get; init; }
}

/// <summary>One choice: what is stored and what editors read.</summary>
public sealed record ListOption
{
    public string? Name { get; init; }
    public string? Value { get; init; }
}

/// <summary>Settings of an HtmlField.</summary>
public sealed record HtmlFieldSettings
{
    public bool Required { get; init; }
    public bool SanitizeHtml { get; init; } = true;
}

/// <summary>Settings of a MarkdownField.</summary>
public sealed record MarkdownFieldSettings
{
    public bool Required { get; init; }
    public bool SanitizeHtml { get; init; } = true;
}

/// <summary>Settings of a BooleanField.</summary>
public sealed record BooleanFieldSettings
{
    public bool Required { get; init; }
    public bool DefaultValue { get; init; }
}

/// <summary>Settings of a NumericField. Scale is the number of decimals.</summary>
public sealed record NumericFieldSettings
{
    public bool Required { get; init; }
    public int Scale { get; init; }
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }
    public string? DefaultValue { get; init; }
}

/// <summary>Settings of a DateField.</summary>
public sealed record DateFieldSettings
{
    public bool Required { get; init; }
}

/// <summary>Settings of a DateTimeField.</summary>
public sealed record DateTimeFieldSettings
{
    public bool Required { get; init; }
}

/// <summary>Settings of a TimeField.</summary>
public sealed record TimeFieldSettings
{
    public bool Required { get; init; }
}

/// <summary>What a LinkField asks of its text.</summary>
public enum LinkTextMode
{
    /// <summary>May be empty.</summary>
    Optional = 0,

    /// <summary>Must be given.</summary>
    Required = 1,

    /// <summary>Fixed by the settings.</summary>
    Static = 2,

    /// <summary>The address is the text.</summary>
    Url = 3,
}

/// <summary>Settings of a LinkField.</summary>
public sealed record LinkFieldSettings
{
    public bool Required { get; init; }
    public LinkTextMode LinkTextMode { get; init; }
}

/// <summary>Settings of a ContentPickerField.</summary>
public sealed record ContentPickerFieldSettings
{
    public bool Required { get; init; }
    public bool Multiple { get; init; }
    public bool DisplayAllContentTypes { get; init; }
    public IReadOnlyList<string> DisplayedContentTypes { get; init; } = [];
}

/// <summary>Settings of a LocalizationSetContentPickerField.</summary>
public sealed record LocalizationSetContentPickerFieldSettings
{
    public bool Required { get; init; }
    public bool Multiple { get; init; }
}

/// <summary>Settings of a TaxonomyField. Unique: one term only.</summary>
public sealed record TaxonomyFieldSettings
{
    public bool Required { get; init; }
    public string? TaxonomyContentItemId { get; init; }
    public bool Unique { get; init; }
    public bool LeavesOnly { get; init; }
}

/// <summary>Settings of a MultiTextField. Without options any value is allowed.</summary>
public sealed record MultiTextFieldSettings
{
    public bool Required { get; init; }
    public IReadOnlyList<ListOption> Options { get; init; } = [];
}

/// <summary>Settings of a MediaField.</summary>
public sealed record MediaFieldSettings
{
    public bool Required { get; init; }
    public bool Multiple { get; init; } = true;
    public IReadOnlyList<string> AllowedExtensions { get; init; } = [];
}

/// <summary>Settings of a UserPickerField.</summary>
public sealed record UserPickerFieldSettings
{
    public bool Required { get; init; }
    public bool Multiple { get; init; }
}

/// <summary>Settings of a GeoPointField.</summary>
public sealed record GeoPointFieldSettings
{
    public bool Required { get; init; }
}

/// <summary>Settings of a YoutubeField.</summary>
public sealed record YoutubeFieldSettings
{
    public bool Required { get; init; }
}

/// <summary>Settings of a BagPart.</summary>
public sealed record BagPartSettings
{
    public IReadOnlyList<string> ContainedContentTypes { get; init; } = [];
    public IReadOnlyList<string> ContainedStereotypes { get; init; } = [];
}

/// <summary>Settings of FlowPart.</summary>
public sealed record FlowPartSettings
{
    public IReadOnlyList<string> ContainedContentTypes { get; init; } = [];
}
