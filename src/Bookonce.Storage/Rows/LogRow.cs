using Bookonce.Storage.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>One line of the decision log. Never changed, never removed: the database refuses both.</summary>
internal sealed class LogRow
{
    public required Guid AdministrationId { get; init; }

    /// <summary>1, 2, 3 … without a gap within the administration.</summary>
    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Kind { get; init; }

    /// <summary>The document, customer, connection or run that it is about.</summary>
    public required Guid? Subject { get; init; }

    /// <summary>JSON with its members in order and no white space.</summary>
    public required string Data { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }

    public LogLine ToLine() => new(AdministrationId, Sequence, At, Kind, Subject, Data, Hash);
}

internal sealed class LogTable : IEntityTypeConfiguration<LogRow>
{
    public void Configure(EntityTypeBuilder<LogRow> builder)
    {
        builder.HasKey(row => new { row.AdministrationId, row.Sequence });
        builder
            .HasOne<AdministrationRow>()
            .WithMany()
            .HasForeignKey(row => row.AdministrationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.AdministrationId, row.Subject });
    }
}
