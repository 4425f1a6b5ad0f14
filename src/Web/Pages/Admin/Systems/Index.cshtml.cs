using Champions.Application.Catalogue;
using Champions.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.Systems;

/// <summary>The systems that champions know, and what people ask about, as the trust lists them.</summary>
public sealed class IndexModel(CatalogueQueries catalogue, AddSystemHandler addSystem, AddTopicHandler addTopic) : ChampionsPage
{
    /// <summary>Name of a new system.</summary>
    [BindProperty]
    public string? System { get; set; }

    /// <summary>A new topic.</summary>
    [BindProperty]
    public string? Topic { get; set; }

    public IReadOnlyList<SystemRow> Systems { get; private set; } = [];

    public IReadOnlyList<string> Topics { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await addSystem.HandleAsync(new AddSystem(System ?? ""), Actor, cancellationToken), nameof(System), cancellationToken);

    public async Task<IActionResult> OnPostTopicAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await addTopic.HandleAsync(new AddTopic(Topic ?? ""), Actor, cancellationToken), nameof(Topic), cancellationToken);

    private async Task<IActionResult> AnswerAsync(Result<string> added, string field, CancellationToken cancellationToken)
    {
        if (added.IsSuccess)
        {
            return SeeOther("/admin/systems", $"{added.Value} is added.");
        }

        await LoadAsync(cancellationToken);
        return Refuse(added.Error, field);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Systems = await catalogue.SystemsAsync(cancellationToken);
        Topics = await catalogue.TopicsAsync(cancellationToken);
    }
}
