namespace Zukunftswerkstatt.Kernel;

/// <summary>Configuration section <c>Portal:Database</c>.</summary>
public sealed record DatabaseOptions
{
    /// <summary><c>Sqlite</c> (default) or <c>PostgreSql</c>.</summary>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string; required for PostgreSQL. SQLite defaults to <c>portal.db</c> in the data folder.</summary>
    public string? ConnectionString { get; init; }
}

/// <summary>The databases the portal runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>One file in the data folder; the default.</summary>
    Sqlite,

    /// <summary>A server, shared by several nodes.</summary>
    PostgreSql,
}
