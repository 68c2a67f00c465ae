using Bookonce.Domain.Repair;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>A plan that was approved. It never changes; what was done stands in its records.</summary>
internal sealed class RepairRow
{
    public required Guid Id { get; init; }
    public required Guid AdministrationId { get; init; }
    public required Guid ConnectionId { get; init; }
    public required RepairPlan Plan { get; init; }
    public required DateTimeOffset ApprovedAt { get; init; }
    public required Guid? Undoes { get; init; }
}

/// <summary>A line of a repair's journal.</summary>
internal sealed class RepairRecordRow
{
    public required Guid RepairId { get; init; }
    public required int Sequence { get; init; }
    public required StepRecord Content { get; init; }
}

/// <summary>The bytes of a file that was attached to a saved entry, by their hash.</summary>
internal sealed class SavedFileRow
{
    public required string Hash { get; init; }
    public required byte[] Content { get; init; }
}

internal sealed class RepairTable : IEntityTypeConfiguration<RepairRow>
{
    public void Configure(EntityTypeBuilder<RepairRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
        builder
            .HasOne<ConnectionRow>()
            .WithMany()
            .HasForeignKey(row => row.ConnectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RepairRecordTable : IEntityTypeConfiguration<RepairRecordRow>
{
    public void Configure(EntityTypeBuilder<RepairRecordRow> builder)
    {
        // Two processes cannot both write the next line.
        builder.HasKey(row => new { row.RepairId, row.Sequence });
        builder.HasOne<RepairRow>().WithMany().HasForeignKey(row => row.RepairId);
    }
}

internal sealed class SavedFileTable : IEntityTypeConfiguration<SavedFileRow>
{
    public void Configure(EntityTypeBuilder<SavedFileRow> builder) => builder.HasKey(row => row.Hash);
}
