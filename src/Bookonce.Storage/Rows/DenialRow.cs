using Bookonce.Domain.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>A person said that an entry is not a document.</summary>
internal sealed class DenialRow
{
    public required Guid AdministrationId { get; init; }
    public required Guid DocumentId { get; init; }
    public required Guid LineId { get; init; }

    public static DenialRow Of(Guid administration, Denial denial) =>
        new()
        {
            AdministrationId = administration,
            DocumentId = denial.DocumentId,
            LineId = denial.LineId,
        };

    public Denial ToDenial() => new(DocumentId, LineId);
}

internal sealed class DenialTable : IEntityTypeConfiguration<DenialRow>
{
    public void Configure(EntityTypeBuilder<DenialRow> builder)
    {
        builder.HasKey(row => new
        {
            row.AdministrationId,
            row.DocumentId,
            row.LineId,
        });
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
    }
}
