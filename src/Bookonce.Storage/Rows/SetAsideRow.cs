using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>A person said that a document must not be booked.</summary>
internal sealed class SetAsideRow
{
    public required Guid AdministrationId { get; init; }
    public required Guid DocumentId { get; init; }
}

internal sealed class SetAsideTable : IEntityTypeConfiguration<SetAsideRow>
{
    public void Configure(EntityTypeBuilder<SetAsideRow> builder)
    {
        builder.HasKey(row => new { row.AdministrationId, row.DocumentId });
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
    }
}
