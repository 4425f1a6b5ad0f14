using Champions.Application.Abstractions;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Dev.Mail;

/// <summary>Every email the demo sent, readable by anybody: in Development only, where nobody in it is real.</summary>
public sealed class IndexModel(IMailFolder folder, IHostEnvironment environment) : ListPage
{
    public const int PageSize = 20;

    protected override string UsualSort => "-sent";

    /// <summary>From 1, once the page is shown.</summary>
    public int Shown => Number;

    public IReadOnlyList<StoredEmail> Emails { get; private set; } = [];

    public int Total { get; private set; }

    public int PageCount => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public bool IsInUse => folder.IsInUse;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        Total = folder.Count();
        if (Number < 1 || Number > PageCount)
        {
            return ToFirstPage();
        }

        Emails = await folder.NewestAsync((Number - 1) * PageSize, PageSize, cancellationToken);
        return Page();
    }
}
