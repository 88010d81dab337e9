namespace Zukunftswerkstatt.Content;

/// <summary>Settings of a content type. <see cref="Versionable"/> is accepted for compatibility: every item keeps its versions here.</summary>
public sealed record ContentTypeSettings
{
    public bool Creatable { get; init; }
    public bool Listable { get; init; }
    public bool Draftable { get; init; }
    public bool Versionable { get; init; }
    public bool Securable { get; init; }

    /// <summary><c>Widget</c>, <c>MenuItem</c>, <c>CustomSettings</c>, … or empty.</summary>
    public string? Stereotype { get; init; }
    public string? Description { get; init; }
}

/// <summary>Settings of an attached part.</summary>
public sealed record ContentTypePartSettings
{
    public string? DisplayName { get; init; }
    public string? Description { get; init; }
    public string? Position { get; init; }
    public string? Editor { get; init; }
}

/// <summary>Settings every field has.</summary>
public sealed record ContentPartFieldSettings
{
    public string? DisplayName { get; init; }
    public string? Position { get; init; }
    public string? Editor { get; init; }
    public string? DisplayMode { get; init; }
}

/// <summary>How the title comes about.</summary>
public enum TitleOptions
{
    /// <summary>Typed; may be empty.</summary>
    Editable = 0,

    /// <summary>Rendered from the pattern, shown to the editor.</summary>
    GeneratedDisabled = 1,

    /// <summary>Rendered from the pattern, hidden.</summary>
    GeneratedHidden = 2,

    /// <summary>Typed and required.</summary>
    EditableRequired = 3,
}

/// <summary>Settings of TitlePart.</summary>
public sealed record TitlePartSettings
{
    public TitleOptions Options { get; init; }

    /// <summary>Liquid; sees <c>ContentItem</c>.</summary>
    public string? Pattern { get; init; }
    public bool RenderTitle { get; init; } = true;
}

/// <summary>Settings of AutoroutePart.</summary>
public sealed record AutoroutePartSettings
{
    public bool AllowCustomPath { get; init; }

    /// <summary>Liquid; sees <c>ContentItem</c>.</summary>
    public string Pattern { get; init; } = "{{ ContentItem.DisplayText | slugify }}";
    public bool ShowHomepageOption { get; init; }

    /// <summary>Renders the pattern anew at every publish, unless the path was typed.</summary>
    public bool AllowUpdatePath { get; init; }
    public bool AllowDisabled { get; init; }
    public bool AllowAbsolutePath { get; init; }
}

/// <summary>Settings of AliasPart.</summary>
public sealed record AliasPartSettings
{
    public string? Pattern { get; init; }

    /// <summary><c>Editable</c> or <c>GeneratedDisabled</c>.</summary>
    public TitleOptions Options { get; init; }
}
