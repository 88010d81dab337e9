using Microsoft.EntityFrameworkCore;

namespace Zukunftswerkstatt.Kernel;

/// <summary>The row behind a <see cref="Fact"/>.</summary>
internal sealed class FactRow
{
    public long Id { get; set; }
    public required string Kind { get; set; }
    public required string Key { get; set; }
    public string? Type { get; set; }
    public DateTime AtUtc { get; set; }
}

/// <summary>A named document of the site: content definitions, settings, set-up marks.</summary>
internal sealed class DocumentRow
{
    public required string Name { get; set; }
    public required string Json { get; set; }

    /// <summary>Grows with each change; a concurrency token.</summary>
    public long Version { get; set; }
}

internal sealed class KernelTables : ITables
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<FactRow>(fact =>
        {
            fact.ToTable("Facts");
            fact.HasKey(f => f.Id);
            fact.Property(f => f.Kind).HasMaxLength(32);
            fact.Property(f => f.Key).HasMaxLength(64);
            fact.Property(f => f.Type).HasMaxLength(255);
        });
        model.Entity<DocumentRow>(document =>
        {
            document.ToTable("Documents");
            document.HasKey(d => d.Name);
            document.Property(d => d.Name).HasMaxLength(128);
            document.Property(d => d.Version).IsConcurrencyToken();
        });
    }
}
