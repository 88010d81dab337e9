namespace Zukunftswerkstatt.Content;

/// <summary>How a command ended. Exceptions are left for bugs and broken disks.</summary>
public abstract record CommandResult
{
    private CommandResult()
    {
    }

    /// <summary>Committed. <paramref name="Item"/> is the version that resulted.</summary>
    /// <param name="Item">The version.</param>
    /// <param name="Problems">What would keep it from being published; drafts are saved all the same, so that nothing typed is lost.</param>
    public sealed record Done(ContentItem Item, IReadOnlyList<ContentError> Problems) : CommandResult;

    /// <summary>Nothing was written: the item breaks rules of its content type. All of them are listed.</summary>
    public sealed record Invalid(IReadOnlyList<ContentError> Errors) : CommandResult;

    /// <summary>Nothing was written: somebody saved since. <paramref name="Current"/> is their version; the caller still holds its own.</summary>
    public sealed record Stale(ContentItem Current) : CommandResult;

    /// <summary>No such item or version, or it is in the recycle bin (or, for restoring and purging, it is not).</summary>
    public sealed record NotFound : CommandResult;

    /// <summary>Nothing is left of the item.</summary>
    public sealed record Purged : CommandResult;
}

/// <summary>Who acts. Owner and author of content are recorded from it.</summary>
/// <param name="UserId">User id; becomes the owner of new items.</param>
/// <param name="UserName">User name; becomes the author of the version.</param>
public sealed record Actor(string UserId, string UserName)
{
    /// <summary>The portal itself: schedules, set-up, command line.</summary>
    public static Actor System { get; } = new("", "system");
}
