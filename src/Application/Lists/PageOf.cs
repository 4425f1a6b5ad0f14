using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Lists;

/// <summary>One page of a list and how long the whole list is.</summary>
/// <param name="Rows">Rows of this page; none when the page does not exist.</param>
/// <param name="Number">From 1.</param>
/// <param name="Size">Rows a full page has.</param>
/// <param name="Total">Rows of all pages together.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Number, int Size, int Total)
{
    public const int UsualSize = 20;

    /// <summary>1 for an empty list.</summary>
    public int Count => Math.Max(1, ((Total - 1) / Size) + 1);

    /// <summary>False for a number that was typed, or that was there before rows went.</summary>
    public bool Exists => Number >= 1 && Number <= Count;

    /// <param name="ordered">In an order without ties, or rows could stand on two pages.</param>
    /// <param name="number">Any number: one that does not exist has no rows.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public static async Task<PageOf<T>> ReadAsync(IQueryable<T> ordered, int number, CancellationToken cancellationToken)
    {
        var page = new PageOf<T>([], number, UsualSize, await ordered.CountAsync(cancellationToken));
        return page is { Exists: true, Total: > 0 }
            ? page with { Rows = await ordered.Skip((number - 1) * UsualSize).Take(UsualSize).ToListAsync(cancellationToken) }
            : page;
    }
}
