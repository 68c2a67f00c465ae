using Bookonce.Domain.Connections;
using Bookonce.Engine.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>An administration with its epoch, its point and the head of its log.</summary>
internal sealed class AdministrationRow
{
    public required Guid Id { get; init; }
    public required Guid ExactAccessId { get; init; }

    /// <summary>Scheme and host of Exact: with the division it is what the administration really is.</summary>
    public required string Service { get; init; }
    public required int Division { get; init; }
    public required string Name { get; init; }
    public required string Currency { get; init; }
    public required long Epoch { get; init; }
    public required long? LinesPoint { get; init; }
    public required long? DeletedPoint { get; init; }
    public required long? RelationsPoint { get; init; }
    public required long? PaymentsPoint { get; init; }
    public required Guid? LastLine { get; init; }
    public required DateTimeOffset? FollowedAt { get; init; }
    public required DateOnly? FilledFrom { get; init; }
    public required bool IsRestored { get; init; }
    public required DateTimeOffset? RestingSince { get; init; }
    public required long LogSequence { get; init; }
    public required string LogHash { get; init; }

    public static AdministrationRow Of(Administration administration, string service) =>
        new()
        {
            Id = administration.Id,
            ExactAccessId = administration.ExactAccess,
            Service = service,
            Division = administration.Division,
            Name = administration.Name,
            Currency = administration.Currency,
            Epoch = 0,
            LinesPoint = null,
            DeletedPoint = null,
            RelationsPoint = null,
            PaymentsPoint = null,
            LastLine = null,
            FollowedAt = null,
            FilledFrom = null,
            IsRestored = false,
            RestingSince = null,
            LogSequence = 0,
            LogHash = "",
        };

    public Administration ToAdministration() => new(Id, ExactAccessId, Division, Name, Currency);

    public ExactPoint ToPoint() =>
        new(LinesPoint, DeletedPoint, RelationsPoint, FilledFrom)
        {
            Payments = PaymentsPoint,
            LastLine = LastLine,
            FollowedAt = FollowedAt,
        };
}

/// <summary>The masters of an administration, apart because they are large and seldom written.</summary>
internal sealed class MastersRow
{
    public required Guid AdministrationId { get; init; }
    public required Masters Content { get; init; }
    public required DateTimeOffset ReadAt { get; init; }
}

internal sealed class AdministrationTable : IEntityTypeConfiguration<AdministrationRow>
{
    public void Configure(EntityTypeBuilder<AdministrationRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder
            .HasOne<AccessRow>()
            .WithMany()
            .HasForeignKey(row => row.ExactAccessId)
            .OnDelete(DeleteBehavior.Restrict);
        // Two administrations of one division would be two writers of the same books.
        builder.HasIndex(row => new { row.Service, row.Division }).IsUnique();
    }
}

internal sealed class MastersTable : IEntityTypeConfiguration<MastersRow>
{
    public void Configure(EntityTypeBuilder<MastersRow> builder)
    {
        builder.HasKey(row => row.AdministrationId);
        builder.HasOne<AdministrationRow>().WithOne().HasForeignKey<MastersRow>(row => row.AdministrationId);
    }
}
