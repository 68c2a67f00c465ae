using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.ExactOnline.Http;

/// <summary>Where the Url of an attachment leads: a page, or with <c>Download=1</c> the file itself.</summary>
internal sealed class AttachmentPages(ExactOnlineState state)
{
    public Answer Handle(Call call, IQueryCollection query)
    {
        if (!call.IsRead)
            return new Answer(405);
        if (call.BearerToken is not { } bearer || state.Tokens.Find(bearer) is not { IsValid: true })
            return new Answer(401).With("WWW-Authenticate", "Bearer");
        var file = Guid.TryParse(query["ID"], out var id) ? Find(id) : null;
        if (file is null)
            return Answer.Text(404, "There is no such attachment.");
        if (query["Download"] != "1")
        {
            var name = System.Net.WebUtility.HtmlEncode(file.FileName);
            var page =
                $"""<!DOCTYPE html><html lang="en"><title>{name}</title><a href="?ID={id:D}&amp;Download=1">{name}</a></html>""";
            return Answer.Text(200, page, "text/html;charset=utf-8");
        }
        return new Answer(200) { Body = file.Content, ContentType = "application/octet-stream" }.With(
            "Content-Disposition",
            $"attachment; filename*=UTF-8''{Uri.EscapeDataString(file.FileName)}"
        );
    }

    private Attachment? Find(Guid id) =>
        state.Divisions.Select(division => division.AttachmentRows.Find(id)).FirstOrDefault(file => file is not null);
}
